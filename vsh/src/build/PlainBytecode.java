import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Rewrites the classes of jars so that pattern switches and the equals and hashCode of records are plain methods. javac
 * leaves them to bootstrap methods that write classes while the program runs, several milliseconds each in a JVM that has
 * just started, and an AOT cache of JDK 25 does not keep those as it keeps lambdas (aotConstantPoolResolver.cpp): decision
 * 0019. The class path must have whatever the classes in the jars refer to, since their stack maps are made anew.
 */
final class PlainBytecode {
    private static final ClassFile CLASS_FILE = ClassFile.of();

    private final ClassModel model;
    private final ClassDesc owner;
    private final boolean isInterface;
    private final List<SwitchMethod> switches = new ArrayList<>();

    /** What a type switch calls: which of {@code types}, from the one numbered by its second argument on, the first is. */
    private record SwitchMethod(String name, MethodTypeDesc type, List<ClassDesc> types) {}

    private PlainBytecode(ClassModel model) {
        this.model = model;
        this.owner = model.thisClass().asSymbol();
        this.isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
    }

    /**
     * @param arguments the jars
     */
    public static void main(String[] arguments) throws IOException {
        for (String jar : arguments) {
            rewrite(Path.of(jar));
        }
    }

    private static void rewrite(Path path) throws IOException {
        Path plain = path.resolveSibling(path.getFileName() + ".plain");
        try (JarFile jar = new JarFile(path.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(plain))) {
            for (JarEntry entry : jar.stream().toList()) {
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                byte[] content = jar.getInputStream(entry).readAllBytes();
                out.write(entry.getName().endsWith(".class") ? plain(content) : content);
            }
        }
        // A helper that runs has the old file open.
        Files.move(plain, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] plain(byte[] bytes) {
        ClassModel model = CLASS_FILE.parse(bytes);
        boolean isLinkedLater = model.findAttribute(Attributes.bootstrapMethods()).isPresent();
        return isLinkedLater ? new PlainBytecode(model).rewritten() : bytes;
    }

    private byte[] rewritten() {
        ClassTransform calls =
                ClassTransform.transformingMethodBodies(
                        (builder, element) -> {
                            if (!(element instanceof InvokeDynamicInstruction call
                                    && isReplaced(builder, call))) {
                                builder.with(element);
                            }
                        });
        return CLASS_FILE.transformClass(
                model, calls.andThen(ClassTransform.endHandler(this::addMethods)));
    }

    private boolean isReplaced(CodeBuilder code, InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        return switch (bootstrap.owner().displayName() + "." + bootstrap.methodName()) {
            case "SwitchBootstraps.typeSwitch" -> isReplacedSwitch(code, call);
            case "ObjectMethods.bootstrap" -> isReplacedRecordMethod(code, call);
            default -> false;
        };
    }

    /** Only where all its labels are types: a constant among them is left to the JVM. */
    private boolean isReplacedSwitch(CodeBuilder code, InvokeDynamicInstruction call) {
        List<ClassDesc> types = new ArrayList<>();
        for (ConstantDesc label : call.bootstrapArgs()) {
            if (!(label instanceof ClassDesc type)) {
                return false;
            }
            types.add(type);
        }
        String name = "$typeSwitch$" + switches.size();
        switches.add(new SwitchMethod(name, call.typeSymbol(), types));
        code.invokestatic(owner, name, call.typeSymbol(), isInterface);
        return true;
    }

    private void addMethods(ClassBuilder builder) {
        for (SwitchMethod method : switches) {
            builder.withMethodBody(
                    method.name(),
                    method.type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> addSwitch(code, method.types()));
        }
    }

    private static void addSwitch(CodeBuilder code, List<ClassDesc> types) {
        Label present = code.newLabel();
        code.aload(0).ifnonnull(present).loadConstant(-1).ireturn();
        code.labelBinding(present);
        for (int i = 0; i < types.size(); i++) {
            Label next = code.newLabel();
            // The second argument is beyond those whose guards have said no.
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(types.get(i)).ifeq(next).loadConstant(i).ireturn();
            code.labelBinding(next);
        }
        code.loadConstant(types.size()).ireturn();
    }

    private boolean isReplacedRecordMethod(CodeBuilder code, InvokeDynamicInstruction call) {
        List<DirectMethodHandleDesc> getters = new ArrayList<>();
        for (ConstantDesc argument : call.bootstrapArgs()) {
            if (argument instanceof DirectMethodHandleDesc getter) {
                getters.add(getter);
            }
        }
        return switch (call.name().stringValue()) {
            case "equals" -> {
                addEquals(code, getters);
                yield true;
            }
            case "hashCode" -> {
                addHashCode(code, getters);
                yield true;
            }
            default -> false;
        };
    }

    /** Leaves a boolean on the stack, as the call did, in place of the record and the other object. */
    private void addEquals(CodeBuilder code, List<DirectMethodHandleDesc> getters) {
        Label no = code.newLabel();
        Label end = code.newLabel();
        code.pop2();
        code.aload(1).instanceOf(owner).ifeq(no);
        for (DirectMethodHandleDesc getter : getters) {
            ClassDesc type = getter.invocationType().returnType();
            load(code, 0, getter);
            load(code, 1, getter);
            if (type.isPrimitive()) {
                addPrimitiveComparison(code, type, no);
            } else {
                code.invokestatic(
                                ClassDesc.of("java.util.Objects"),
                                "equals",
                                MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
                        .ifeq(no);
            }
        }
        code.iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
    }

    private static void addPrimitiveComparison(CodeBuilder code, ClassDesc type, Label unequal) {
        switch (TypeKind.from(type)) {
            case LONG -> code.lcmp().ifne(unequal);
            // As ObjectMethods does: NaN equals itself, and -0 is not 0.
            case FLOAT, DOUBLE ->
                    code.invokestatic(box(type), "compare", MethodTypeDesc.of(CD_int, type, type))
                            .ifne(unequal);
            default -> code.if_icmpne(unequal);
        }
    }

    private void addHashCode(CodeBuilder code, List<DirectMethodHandleDesc> getters) {
        code.pop().iconst_0();
        for (DirectMethodHandleDesc getter : getters) {
            ClassDesc type = getter.invocationType().returnType();
            code.loadConstant(31).imul();
            load(code, 0, getter);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(CD_int, type));
            } else {
                code.invokestatic(
                        ClassDesc.of("java.util.Objects"),
                        "hashCode",
                        MethodTypeDesc.of(CD_int, CD_Object));
            }
            code.iadd();
        }
    }

    private void load(CodeBuilder code, int slot, DirectMethodHandleDesc getter) {
        code.aload(slot);
        if (slot > 0) {
            code.checkcast(owner);
        }
        code.getfield(owner, getter.methodName(), getter.invocationType().returnType());
    }

    private static ClassDesc box(ClassDesc primitive) {
        Class<?> boxed =
                switch (TypeKind.from(primitive)) {
                    case BOOLEAN -> Boolean.class;
                    case BYTE -> Byte.class;
                    case CHAR -> Character.class;
                    case SHORT -> Short.class;
                    case INT -> Integer.class;
                    case LONG -> Long.class;
                    case FLOAT -> Float.class;
                    case DOUBLE -> Double.class;
                    case REFERENCE, VOID ->
                            throw new IllegalArgumentException(primitive.toString());
                };
        return boxed.describeConstable().orElseThrow();
    }
}
