package de.kreiswerk.core.mending;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Changes of one method of a class. */
final class OneMethod {

    private OneMethod() {}

    /** What becomes of a method of a class that is written. */
    @FunctionalInterface
    interface Change {

        /** The visitor that the method is passed through; more may be written into the class before. */
        MethodVisitor of(
                ClassVisitor written,
                int access,
                String name,
                String descriptor,
                String signature,
                String[] exceptions);
    }

    /**
     * Passes one method through a visitor; everything else stays.
     *
     * @param original the class
     * @param method its name and its descriptor
     * @param change the visitor before another one, which writes
     */
    static byte[] changed(byte[] original, String method, UnaryOperator<MethodVisitor> change) {
        return replaced(
                original,
                method,
                (written, access, name, descriptor, signature, exceptions) ->
                        change.apply(written.visitMethod(access, name, descriptor, signature, exceptions)));
    }

    /**
     * Lets somebody else write one method; everything else stays.
     *
     * @param original the class
     * @param method its name and its descriptor
     * @param change what becomes of it
     */
    static byte[] replaced(byte[] original, String method, Change change) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return method.equals(name + descriptor)
                                ? change.of(writer, access, name, descriptor, signature, exceptions)
                                : super.visitMethod(access, name, descriptor, signature, exceptions);
                    }
                },
                0);
        return writer.toByteArray();
    }

    /**
     * Puts instructions before those of one method; they may return, and go on with {@link #goOn} otherwise.
     *
     * @param original the class
     * @param method its name and its descriptor
     * @param beginning writes them
     */
    static byte[] begun(byte[] original, String method, Consumer<MethodVisitor> beginning) {
        return changed(original, method, visitor -> new MethodVisitor(Opcodes.ASM9, visitor) {
            @Override
            public void visitCode() {
                super.visitCode();
                beginning.accept(this);
            }
        });
    }

    /** Here the method begins as it did before: nothing on the stack, and no variables but its parameters. */
    static void goOn(MethodVisitor method, Label label) {
        method.visitLabel(label);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
}
