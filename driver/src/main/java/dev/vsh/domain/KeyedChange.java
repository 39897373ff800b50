package dev.vsh.domain;

import java.util.ArrayList;
import java.util.List;

/** A device that is known by one thing, such as a filesystem by where it is mounted. */
public record KeyedChange<D extends Device>(DeviceFamily<D> family, D device)
        implements DeviceChange {
    @Override
    public DomainDefinition made(DeviceAction action, DomainDefinition domain) {
        List<D> all = new ArrayList<>(family.all().apply(domain.devices()));
        switch (action) {
            case ATTACH -> {
                requireNew(all);
                all.add(device);
            }
            case DETACH -> all.remove(find(all));
            case UPDATE -> all.set(all.indexOf(find(all)), device);
        }
        return DeviceChange.inOwnNetwork(
                domain, domain.withDevices(family.with().apply(domain.devices(), all)));
    }

    /** What it is known by, in words. */
    public String called() {
        return family.called().apply(device);
    }

    /** Which of a domain's it is. */
    public D find(DomainDefinition domain) {
        return find(family.all().apply(domain.devices()));
    }

    private void requireNew(List<D> all) {
        if (all.stream().anyMatch(this::isSame)) {
            throw new DeviceMismatchException(called() + " already exists");
        }
    }

    private D find(List<D> all) {
        return all.stream()
                .filter(this::isSame)
                .findFirst()
                .orElseThrow(() -> new DeviceMismatchException("the domain has no " + called()));
    }

    private boolean isSame(D other) {
        return family.called().apply(other).equals(called());
    }
}
