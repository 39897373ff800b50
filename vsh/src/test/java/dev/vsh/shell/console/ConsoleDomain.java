package dev.vsh.shell.console;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.LifecycleEvent;
import dev.vsh.domain.MountedFilesystem;
import dev.vsh.domain.ResourceUsage;
import dev.vsh.driver.AddressSource;
import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.ConsoleStream;
import dev.vsh.driver.ContainerFile;
import dev.vsh.driver.ContainerProcess;
import dev.vsh.driver.DiskSize;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DomainInfo;
import dev.vsh.driver.DomainPlan;
import dev.vsh.driver.ExecRequest;
import dev.vsh.driver.ExecStream;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.driver.XmlView;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A domain that has a name and a console, and nothing else to offer. */
record ConsoleDomain(String name, ConsoleStream stream) implements Domain {
    @Override
    public ConsoleStream openConsole(ConsoleOptions options) {
        return stream;
    }

    @Override
    public UUID uuid() {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong id() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DomainStatus status() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isPersistent() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAutostart() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAutostart(boolean autostart) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DomainDefinition definition(XmlView view) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isReady() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DomainInfo info() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ResourceUsage usage() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String xml(XmlView view) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DomainPlan plan() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void start(dev.vsh.driver.StartRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void suspend() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown(ShutdownRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reboot(ShutdownRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLifecycleAction(LifecycleEvent event, String action, Set<XmlView> documents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void change(Set<XmlView> documents, UnaryOperator<DomainDefinition> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rename(String other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Path> logFile() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ExecStream exec(ExecRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> users() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ContainerFile> files(String folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ContainerProcess> processes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sendProcessSignal(long pid, int signal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void undefine() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InterfaceAddresses> interfaceAddresses(AddressSource source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MountedFilesystem> filesystems() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DiskSize diskSize(String disk, XmlView view) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InterfaceStatistics interfaceStatistics(String device) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setInterfaceLink(String device, boolean up, XmlView document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeDevice(DeviceAction action, DomainDocument device, Set<XmlView> documents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setInterfaceBandwidth(String device, Bandwidth bandwidth, Set<XmlView> documents) {
        throw new UnsupportedOperationException();
    }
}
