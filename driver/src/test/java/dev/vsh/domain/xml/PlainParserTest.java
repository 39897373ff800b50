package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.schema.DomainXml;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documents are plainly valid, and which are left to the schemas, valid or not. */
final class PlainParserTest {
    private static final String DOMAIN =
            """
            <domain type='lxc'><name>guest</name><memory>1024</memory>\
            <os><type>exe</type><init>/bin/sh</init></os>%s</domain>
            """;

    private final Agreement<DomainXml> agreement = new Agreement<>(new DomainGrammar());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<devices><console type='pty'/></devices>",
                "<devices><rng model='virtio'>any <a xmlns='urn:b' c='d'>thing</a></rng></devices>",
                "<features><capabilities><mknod state='on'/></capabilities></features>",
                "<clock offset='utc'><!-- none --></clock>",
                "<c:container xmlns:c='http://vsh.dev/schemas/domain/1.0'><c:pids"
                        + " max='9'/></c:container>",
                "<blkiotune><device><path>/dev/sda</path><weight>100</weight></device></blkiotune>",
            })
    void plainlyValid(String more) {
        assertEquals(true, agreement.takesPlainly(DOMAIN.formatted(more)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<vcpu> 2 </vcpu>",
                "<vcpu>+2</vcpu>",
                "<memory>1024</memory>",
                "<devices xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='false'/>",
            })
    void leftToTheSchemas(String more) {
        assertEquals(false, agreement.takesPlainly(DOMAIN.formatted(more)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "<memroy/>",
                "<vcpu>many</vcpu>",
                "<vcpu>65536</vcpu>",
                "<devices><console type='ptty'/></devices>",
                "<devices><console typo='pty'/></devices>",
                "<devices><filesystem><target/></filesystem></devices>",
                "<devices><filesystem><readonly> </readonly></filesystem></devices>",
                "<features><capabilities><mkhod state='on'/></capabilities></features>",
                "<features><capabilities><capability state='on'/></capabilities></features>",
                "<blkiotune><device><weight>100</weight></device></blkiotune>",
                "<memtune><hard_limit>1</hard_limit><hard_limit>2</hard_limit></memtune>",
                "<container xmlns='http://vsh.dev/schemas/domain/2.0'/>",
            })
    void invalid(String more) {
        assertEquals(false, agreement.takesPlainly(DOMAIN.formatted(more)));
    }
}
