package dev.vsh.xjc;

import com.sun.codemodel.JPackage;
import com.sun.codemodel.fmt.JTextFile;
import com.sun.tools.xjc.Options;
import com.sun.tools.xjc.Plugin;
import com.sun.tools.xjc.outline.ClassOutline;
import com.sun.tools.xjc.outline.Outline;

import org.xml.sax.ErrorHandler;

import java.util.LinkedHashMap;
import java.util.Map;

/** Adds to the beans of each package a {@code ...Code} for each of them, and the simple types that these ask for. */
public final class BeanCodePlugin extends Plugin {
    @Override
    public String getOptionName() {
        return "Xbean-code";
    }

    @Override
    public String getUsage() {
        return "  -Xbean-code        :  code that reads and writes each bean without reflection";
    }

    /**
     * @throws UnsupportedSchemaException when the schema says something that this plugin has no code for, which ends the
     *     build
     */
    @Override
    public boolean run(Outline outline, Options options, ErrorHandler errors) {
        Map<JPackage, SimpleTypes> simpleTypes = new LinkedHashMap<>();
        for (ClassOutline bean : outline.getClasses()) {
            JPackage home = bean._package()._package();
            SimpleTypes types =
                    simpleTypes.computeIfAbsent(home, key -> new SimpleTypes(key.name()));
            String name = BeanCode.name(bean.ref);
            write(home, name, new BeanCode(outline, bean, types).source());
        }
        simpleTypes.forEach((home, types) -> write(home, SimpleTypes.NAME, types.source()));
        return true;
    }

    private static void write(JPackage home, String name, String source) {
        var file = new JTextFile(name + ".java");
        file.setContents(source);
        home.addResourceFile(file);
    }
}
