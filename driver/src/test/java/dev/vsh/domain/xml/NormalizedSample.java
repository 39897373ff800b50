package dev.vsh.domain.xml;

import org.w3c.dom.Node;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.DefaultNodeMatcher;
import org.xmlunit.diff.ElementSelectors;
import org.xmlunit.diff.NodeMatcher;

import java.util.regex.Pattern;

/** Compares a document with its normal form, which may say more but not less. */
final class NormalizedSample {
    private static final Pattern MEBIBYTES = Pattern.compile(" unit='MiB'>(\\d+)<");

    private NormalizedSample() {}

    /** Units are normalised, so sizes are compared in the one that the normal form has. */
    static String of(String document) {
        return MEBIBYTES
                .matcher(document)
                .replaceAll(size -> " unit='KiB'>" + Long.parseLong(size.group(1)) * 1024 + "<");
    }

    static NodeMatcher matcher() {
        return new DefaultNodeMatcher(ElementSelectors.byName);
    }

    static ComparisonResult onlyAdded(Comparison comparison, ComparisonResult result) {
        if (result != ComparisonResult.DIFFERENT) {
            return result;
        }
        return isAddition(comparison) ? ComparisonResult.SIMILAR : result;
    }

    private static boolean isAddition(Comparison comparison) {
        ComparisonType type = comparison.getType();
        return switch (type) {
            case CHILD_LOOKUP, ATTR_NAME_LOOKUP ->
                    comparison.getControlDetails().getValue() == null;
            case CHILD_NODELIST_LENGTH, ELEMENT_NUM_ATTRIBUTES, HAS_DOCTYPE_DECLARATION -> true;
            default ->
                    comparison.getControlDetails().getTarget() instanceof Node node
                            && node.getNodeType() == Node.DOCUMENT_NODE;
        };
    }
}
