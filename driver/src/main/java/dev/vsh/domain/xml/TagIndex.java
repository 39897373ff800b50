package dev.vsh.domain.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where each element of a text begins and ends, in the order in which they begin. The JDK's parser miscounts columns
 * (after a surrogate pair, for one), so its places are of no use to cut by. This counts on a text that the parser
 * accepts and that has no DOCTYPE: of another one the index is nonsense, but harmless.
 */
final class TagIndex {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();

    TagIndex(String text) {
        this.text = text;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            at = afterMarkup(at);
        }
    }

    /** Of the element's {@code <}; 0 if there is no such element. */
    int start(int ordinal) {
        return ordinal < starts.size() ? starts.get(ordinal) : 0;
    }

    /** Right after the element's last {@code >}. */
    int end(int ordinal) {
        return ordinal < ends.size() ? ends.get(ordinal) : text.length();
    }

    private int afterMarkup(int at) {
        if (text.startsWith("<!--", at)) {
            return after("-->", at + "<!--".length());
        }
        if (text.startsWith("<![CDATA[", at)) {
            return after("]]>", at);
        }
        if (text.startsWith("<?", at)) {
            return after("?>", at);
        }
        return text.startsWith("</", at) ? afterEndTag(at) : afterStartTag(at);
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private int afterEndTag(int at) {
        int end = after(">", at);
        if (!open.isEmpty()) {
            ends.set(open.pop(), end);
        }
        return end;
    }

    private int afterStartTag(int at) {
        int end = at + 1;
        char quote = 0;
        while (end < text.length() && (quote != 0 || text.charAt(end) != '>')) {
            char c = text.charAt(end++);
            if (quote == 0) {
                quote = c == '"' || c == '\'' ? c : 0;
            } else if (c == quote) {
                quote = 0;
            }
        }
        int after = Math.min(end + 1, text.length());
        if (text.charAt(end - 1) != '/') {
            open.push(starts.size());
        }
        starts.add(at);
        ends.add(after);
        return after;
    }
}
