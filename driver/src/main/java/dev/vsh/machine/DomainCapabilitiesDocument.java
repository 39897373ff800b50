package dev.vsh.machine;

/** What {@code virsh domcapabilities} shows: what a document may ask for on a machine. */
public final class DomainCapabilitiesDocument {
    private DomainCapabilitiesDocument() {}

    /**
     * @param domainType of {@code <domain>}
     */
    public static String xml(Machine machine, String domainType) {
        Processors processors = machine.processors();
        return """
        <domainCapabilities>
          <domain>%s</domain>
          <arch>%s</arch>
          <vcpu max='%d'/>
          <os supported='yes'/>
          <devices>
            <disk supported='yes'>
              <enum name='diskDevice'>
                <value>disk</value>
              </enum>
            </disk>
            <graphics supported='no'/>
            <video supported='no'/>
            <hostdev supported='yes'>
              <enum name='mode'>
                <value>subsystem</value>
                <value>capabilities</value>
              </enum>
              <enum name='subsysType'>
                <value>usb</value>
              </enum>
              <enum name='capsType'>
                <value>storage</value>
                <value>misc</value>
                <value>net</value>
              </enum>
            </hostdev>
            <rng supported='no'/>
            <filesystem supported='yes'/>
            <tpm supported='no'/>
            <redirdev supported='no'/>
            <channel supported='no'/>
          </devices>
          <features>
            <gic supported='no'/>
            <vmcoreinfo supported='no'/>
            <genid supported='no'/>
            <backup supported='no'/>
            <sev supported='no'/>
          </features>
        </domainCapabilities>
        """
                .formatted(domainType, processors.architecture(), processors.present());
    }
}
