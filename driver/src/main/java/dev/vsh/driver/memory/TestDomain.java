package dev.vsh.driver.memory;

import dev.vsh.domain.Autostart;
import dev.vsh.domain.BlockIoTuning;
import dev.vsh.domain.ByteSize;
import dev.vsh.domain.Clock;
import dev.vsh.domain.Confinement;
import dev.vsh.domain.Console;
import dev.vsh.domain.CpuTuning;
import dev.vsh.domain.Devices;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Features;
import dev.vsh.domain.Init;
import dev.vsh.domain.LifecycleActions;
import dev.vsh.domain.MemoryTuning;
import dev.vsh.domain.SharedNamespaces;
import dev.vsh.domain.Vcpu;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one domain that is there from the start, named and sized as that of libvirt's test driver. */
final class TestDomain {
    private static final UUID ID = UUID.fromString("6695eb01-f6a4-8304-79aa-97f2502e193f");

    private TestDomain() {}

    static DomainDefinition definition() {
        return new DomainDefinition(
                "test",
                ID,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ByteSize.ofKibibytes(8_388_608),
                ByteSize.ofKibibytes(2_097_152),
                MemoryTuning.NONE,
                new Vcpu(2, Optional.empty(), Optional.empty(), Optional.of("static")),
                CpuTuning.NONE,
                Optional.empty(),
                BlockIoTuning.NONE,
                Optional.of("/machine"),
                init(),
                Optional.empty(),
                Features.NONE,
                Clock.UTC,
                LifecycleActions.DEFAULT,
                devices(),
                SharedNamespaces.NONE,
                Confinement.DEFAULT,
                Autostart.DEFAULT,
                List.of(),
                List.of());
    }

    private static Init init() {
        return new Init(
                Optional.of("x86_64"),
                "/bin/cat",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Devices devices() {
        return new Devices(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new Console("pty", "lxc", 0)),
                List.of(),
                List.of());
    }
}
