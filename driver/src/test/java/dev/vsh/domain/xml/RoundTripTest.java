package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.domain.DomainDefinition;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** Documents in normal form, one concept each: what is read is written again to the letter. */
final class RoundTripTest {
    private static final String BASE =
            """
            <domain type='lxc'>
              <name>8675309</name>
              <uuid>e21987a5-e98e-9c99-0e35-803e4d9ad1fe</uuid>
              <memory unit='KiB'>1048576</memory>
              <currentMemory unit='KiB'>524288</currentMemory>
              <vcpu placement='static'>1</vcpu>
              <os>
                <type arch='x86_64'>exe</type>
                <init>/sbin/init</init>
              </os>
              <clock offset='utc'/>
              <on_poweroff>destroy</on_poweroff>
              <on_reboot>restart</on_reboot>
              <on_crash>destroy</on_crash>
              <devices>
                <emulator>/usr/libexec/libvirt_lxc</emulator>
                <console type='pty'>
                  <target type='lxc' port='0'/>
                </console>
              </devices>
            </domain>
            """;

    private final DomainGrammar grammar = new DomainGrammar();
    private final DomainXmlReader reader = TestingDefaults.reader(grammar);
    private final DomainXmlWriter writer = new DomainXmlWriter(grammar);

    @TestFactory
    Stream<DynamicTest> normalFormStaysAsItIs() {
        return Stream.of(
                        new Part(
                                "capabilities",
                                "  <clock",
                                """
                                  <features>
                                    <capabilities policy='default'>
                                      <mknod state='on'/>
                                      <sys_time state='off'/>
                                    </capabilities>
                                  </features>
                                """),
                        new Part(
                                "private network and a foreign feature",
                                "  <clock",
                                """
                                  <features>
                                    <acpi/>
                                    <privnet/>
                                  </features>
                                """),
                        new Part(
                                "id map",
                                "  <clock",
                                """
                                  <idmap>
                                    <uid start='0' target='100000' count='65536'/>
                                    <uid start='65536' target='200000' count='1'/>
                                    <gid start='0' target='100000' count='65536'/>
                                  </idmap>
                                """),
                        new Part(
                                "init with everything",
                                "  </os>",
                                """
                                    <initarg>--unit</initarg>
                                    <initarg>emergency.service</initarg>
                                    <initenv name='FOO'>bar baz</initenv>
                                    <initdir>/my/dir</initdir>
                                    <inituser>tester</inituser>
                                    <initgroup>+1000</initgroup>
                                    <cmdline>quiet splash</cmdline>
                                """),
                        new Part(
                                "partition",
                                "  <os>",
                                """
                                  <resource>
                                    <partition>/machine/web</partition>
                                  </resource>
                                """),
                        new Part(
                                "limits of memory and block i/o",
                                "  <vcpu",
                                """
                                  <blkiotune>
                                    <weight>500</weight>
                                    <device>
                                      <path>/dev/sda</path>
                                      <weight>200</weight>
                                      <read_iops_sec>20000</read_iops_sec>
                                      <write_iops_sec>20001</write_iops_sec>
                                      <read_bytes_sec>10000</read_bytes_sec>
                                      <write_bytes_sec>10001</write_bytes_sec>
                                    </device>
                                    <device>
                                      <path>/dev/sdb</path>
                                      <weight>0</weight>
                                    </device>
                                  </blkiotune>
                                  <memtune>
                                    <hard_limit unit='KiB'>1048576</hard_limit>
                                    <soft_limit unit='KiB'>131072</soft_limit>
                                    <min_guarantee unit='KiB'>65536</min_guarantee>
                                    <swap_hard_limit unit='KiB'>2097152</swap_hard_limit>
                                  </memtune>
                                """),
                        new Part(
                                "limits of the processor",
                                "  <os>",
                                """
                                  <cputune>
                                    <shares>2048</shares>
                                    <period>1000000</period>
                                    <quota>-1</quota>
                                    <vcpupin vcpu='0' cpuset='1-4,^2'/>
                                    <emulatorpin cpuset='1-3'/>
                                  </cputune>
                                  <numatune>
                                    <memory mode='interleave' nodeset='1-4,^3'/>
                                  </numatune>
                                """),
                        new Part(
                                "filesystems",
                                "    <console",
                                """
                                    <filesystem type='bind' accessmode='passthrough'>
                                      <source dir='/root/container'/>
                                      <target dir='/'/>
                                    </filesystem>
                                    <filesystem type='ram' accessmode='passthrough'>
                                      <source usage='1024' units='KiB'/>
                                      <target dir='/tmp'/>
                                    </filesystem>
                                    <filesystem type='file' accessmode='passthrough'>
                                      <driver type='nbd' format='qcow2'/>
                                      <source file='/root/container.qcow2'/>
                                      <target dir='/home'/>
                                      <readonly/>
                                    </filesystem>
                                    <filesystem type='block' accessmode='mapped'>
                                      <source dev='/dev/sda1'/>
                                      <target dir='/data'/>
                                      <space_hard_limit unit='bytes'>5000</space_hard_limit>
                                    </filesystem>
                                    <filesystem type='template' accessmode='passthrough'>
                                      <source name='debian'/>
                                      <target dir='/t'/>
                                    </filesystem>
                                    <filesystem type='volume' accessmode='passthrough'>
                                      <source pool='default' volume='web'/>
                                      <target dir='/v'/>
                                    </filesystem>
                                """),
                        new Part(
                                "interfaces",
                                "    <console",
                                """
                                    <interface type='ethernet'>
                                      <mac address='00:16:3e:0f:ef:8a'/>
                                      <source>
                                        <ip address='192.168.122.12' family='ipv4' prefix='24' peer='192.168.122.1'/>
                                        <route family='ipv4' address='192.168.124.0' prefix='24' gateway='192.168.124.1'/>
                                      </source>
                                      <ip address='192.168.122.1' family='ipv4' prefix='32' peer='192.168.122.12'/>
                                      <route family='ipv6' address='2003:db8::' prefix='64' gateway='2003:db8::1' metric='3'/>
                                      <target dev='veth-web'/>
                                      <guest dev='eth2'/>
                                      <link state='up'/>
                                    </interface>
                                    <interface type='bridge'>
                                      <mac address='00:16:3e:0f:ef:8b'/>
                                      <source bridge='br0'/>
                                      <vlan>
                                        <tag id='42'/>
                                      </vlan>
                                      <virtualport type='openvswitch'/>
                                      <bandwidth>
                                        <inbound average='1000'/>
                                      </bandwidth>
                                    </interface>
                                    <interface type='direct'>
                                      <mac address='00:16:3e:0f:ef:8c'/>
                                      <source dev='eth0' mode='bridge'/>
                                    </interface>
                                    <interface type='network'>
                                      <mac address='00:16:3e:0f:ef:8d'/>
                                      <source network='default' portgroup='slow'/>
                                      <script path='/etc/up'/>
                                    </interface>
                                    <interface type='user'>
                                      <mac address='00:16:3e:0f:ef:8e'/>
                                      <model type='virtio'/>
                                    </interface>
                                """),
                        new Part(
                                "disks",
                                "    <console",
                                """
                                    <disk type='block' device='disk'>
                                      <source dev='/dev/sdb'/>
                                      <target dev='vda' bus='virtio'/>
                                      <readonly/>
                                    </disk>
                                """),
                        new Part(
                                "devices of the host",
                                "  </devices>",
                                """
                                    <hostdev mode='capabilities' type='storage'>
                                      <source>
                                        <block>/dev/sdf1</block>
                                      </source>
                                    </hostdev>
                                    <hostdev mode='capabilities' type='misc'>
                                      <source>
                                        <char>/dev/tty0</char>
                                      </source>
                                    </hostdev>
                                    <hostdev mode='capabilities' type='net'>
                                      <source>
                                        <interface>eth0</interface>
                                      </source>
                                      <ip address='192.168.122.2' family='ipv4'/>
                                    </hostdev>
                                    <hostdev mode='subsystem' type='usb'>
                                      <source>
                                        <vendor id='0x1234'/>
                                        <product id='0xbeef'/>
                                      </source>
                                    </hostdev>
                                """),
                        new Part(
                                "metadata",
                                "  <memory",
                                """
                                  <title>it&apos;s &quot;mine&quot;</title>
                                  <description>one &lt; two
                                and more</description>
                                  <metadata>
                                    <app:settings xmlns:app='urn:app' app:z='1' a='2'>
                                      <!-- the order of attributes is theirs -->
                                      <plain/>
                                      <mixed>text <b>bold</b> text</mixed>
                                      <code><![CDATA[a < b]]></code>
                                    </app:settings>
                                    <other xmlns='urn:other'/>
                                  </metadata>
                                """),
                        new Part(
                                "security labels",
                                "</domain>",
                                """
                                  <seclabel type='none'/>
                                  <seclabel type='static' model='selinux' relabel='no'>
                                    <label>system_u:system_r:svirt_lxc_net_t:s0</label>
                                  </seclabel>
                                """),
                        new Part(
                                "what only virtual machines have",
                                "  <clock",
                                """
                                  <cpu mode='host-model'>
                                    <feature name='svm' policy='disable'/>
                                  </cpu>
                                """))
                .map(
                        part ->
                                DynamicTest.dynamicTest(
                                        part.name(), () -> staysAsItIs(part.in(BASE))));
    }

    @TestFactory
    Stream<DynamicTest> otherFormsStayAsTheyAre() {
        return Stream.of(
                DynamicTest.dynamicTest("base", () -> staysAsItIs(BASE)),
                DynamicTest.dynamicTest(
                        "clock",
                        () ->
                                staysAsItIs(
                                        BASE.replace(
                                                "  <clock offset='utc'/>\n",
                                                """
                                                  <clock offset='variable' adjustment='3600' basis='utc'>
                                                    <timer name='rtc' present='yes' tickpolicy='catchup'/>
                                                    <timer name='hpet' present='no'/>
                                                  </clock>
                                                """))),
                DynamicTest.dynamicTest(
                        "actions",
                        () ->
                                staysAsItIs(
                                        BASE.replace(
                                                "<on_crash>destroy<",
                                                "<on_crash>coredump-restart<"))),
                DynamicTest.dynamicTest(
                        "vcpu",
                        () ->
                                staysAsItIs(
                                        BASE.replace(
                                                "<vcpu placement='static'>1<",
                                                "<vcpu placement='static' cpuset='1-4,^3'"
                                                        + " current='1'>2<"))),
                DynamicTest.dynamicTest(
                        "shared namespaces",
                        () ->
                                staysAsItIs(
                                        BASE.replace(
                                                        "<domain type='lxc'>",
                                                        "<domain type='lxc'"
                                                                + " xmlns:lxc='http://libvirt.org/schemas/domain/lxc/1.0'>")
                                                .replace(
                                                        "</domain>",
                                                        """
                                                          <lxc:namespace>
                                                            <lxc:sharenet type='netns' value='red'/>
                                                            <lxc:shareipc type='pid' value='12345'/>
                                                            <lxc:shareuts type='name' value='container1'/>
                                                          </lxc:namespace>
                                                        </domain>\
                                                        """))),
                DynamicTest.dynamicTest(
                        "confinement",
                        () ->
                                staysAsItIs(
                                        BASE.replace(
                                                        "<domain type='lxc'>",
                                                        "<domain type='lxc'"
                                                                + " xmlns:vsh='http://vsh.dev/schemas/domain/1.0'>")
                                                .replace(
                                                        "</domain>",
                                                        """
                                                          <vsh:container>
                                                            <vsh:pids max='4096'/>
                                                            <vsh:seccomp policy='default'>
                                                              <vsh:syscall name='bpf' action='allow'/>
                                                              <vsh:syscall name='ptrace' action='deny'/>
                                                            </vsh:seccomp>
                                                            <vsh:no_new_privs/>
                                                            <vsh:autostart order='10'>
                                                              <vsh:after name='db'/>
                                                              <vsh:ready command='test -e /run/up' timeout='5'/>
                                                            </vsh:autostart>
                                                          </vsh:container>
                                                        </domain>\
                                                        """))));
    }

    private void staysAsItIs(String document) {
        DomainDefinition definition = reader.read(document, "web.xml", true);
        assertEquals(document, writer.write(definition));
        assertEquals(definition, reader.read(writer.write(definition), "again.xml", true));
    }

    /** Lines that stand before another one of {@link #BASE}. */
    private record Part(String name, String before, String xml) {
        String in(String document) {
            int at = document.indexOf(before);
            return document.substring(0, at) + xml + document.substring(at);
        }
    }
}
