package de.kreiswerk.core.mending;

import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Changes of one method of a class. */
final class OneMethod {

    private OneMethod() {}

    /**
     * Passes one method through a visitor; everything else stays.
     *
     * @param original the class
     * @param method its name and its descriptor
     * @param change the visitor before another one, which writes
     */
    static byte[] changed(byte[] original, String method, UnaryOperator<MethodVisitor> change) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return method.equals(name + descriptor) ? change.apply(visitor) : visitor;
                    }
                },
                0);
        return writer.toByteArray();
    }
}
