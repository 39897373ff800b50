package dev.vsh.xjc;

import com.sun.xml.xsom.XSComplexType;
import com.sun.xml.xsom.XSModelGroup;
import com.sun.xml.xsom.XSParticle;

/** What an element may hold: the constants of dev.vsh.schema.code.Content, which see. */
enum ContentModel {
    EMPTY,
    ELEMENTS,
    TEXT,
    ANYTHING;

    /**
     * @throws UnsupportedSchemaException when the order of elements or their number would have to be minded, other than
     *     that there may be only one
     */
    static ContentModel of(XSComplexType type) {
        if (type.isMixed()) {
            return ANYTHING;
        }
        if (type.getContentType().asSimpleType() != null) {
            return TEXT;
        }
        XSParticle particle = type.getContentType().asParticle();
        if (particle == null) {
            return EMPTY;
        }
        if (!particle.getTerm().isModelGroup()
                || !isPlain(particle, particle.getTerm().asModelGroup())) {
            throw new UnsupportedSchemaException("the content of the type " + type.getName());
        }
        return ELEMENTS;
    }

    private static boolean isPlain(XSParticle particle, XSModelGroup group) {
        for (XSParticle member : group.getChildren()) {
            if (!member.getTerm().isElementDecl()) {
                return false;
            }
        }
        return switch (group.getCompositor()) {
            case ALL -> true;
            case SEQUENCE -> group.getSize() == 1 && min(group.getChild(0)) == 0;
            case CHOICE -> min(particle) == 0 && particle.isRepeated() && isEachOnce(group);
        };
    }

    private static boolean isEachOnce(XSModelGroup group) {
        for (XSParticle member : group.getChildren()) {
            if (min(member) != 1 || max(member) != 1) {
                return false;
            }
        }
        return true;
    }

    private static int min(XSParticle particle) {
        return particle.getMinOccurs().intValueExact();
    }

    private static int max(XSParticle particle) {
        return particle.getMaxOccurs().intValueExact();
    }
}
