package de.kreiswerk.deployment.archive.wants;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Goes through a class and tells what it calls, extends and refers to. */
final class ClassScan extends ClassVisitor {

    private final Listener listener;
    private String type = "";

    ClassScan(Listener listener) {
        super(Opcodes.ASM9);
        this.listener = listener;
    }

    /** Hears of each use. */
    interface Listener {

        void used(String type, String method, String owner, String member, String descriptor);

        void isNative(String type, String method);

        /** A query whose text nobody can say. */
        void isUndecided(String type, String method, String owner, String member);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        type = name;
        if (superName != null) {
            listener.used(type, "", superName, Signs.EXTENDS, "");
        }
        for (String each : interfaces == null ? new String[0] : interfaces) {
            listener.used(type, "", each, Signs.EXTENDS, "");
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            listener.isNative(type, name);
        }
        return new QueryScan(
                access,
                descriptor,
                new Method(name),
                (owner, member) -> listener.isUndecided(type, name, owner, member));
    }

    private final class Method extends MethodVisitor {

        private final String method;

        Method(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            listener.used(type, method, owner, name, descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            listener.used(type, method, owner, name, descriptor);
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            constant(bootstrap);
            for (Object each : arguments) {
                constant(each);
            }
        }

        private void constant(Object value) {
            if (value instanceof Handle handle) {
                handle(handle);
            } else if (value instanceof Type literal && literal.getSort() == Type.OBJECT) {
                listener.used(type, method, literal.getInternalName(), Signs.CLASS, "");
            } else if (value instanceof ConstantDynamic dynamic) {
                constant(dynamic.getBootstrapMethod());
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            }
        }

        private void handle(Handle handle) {
            listener.used(type, method, handle.getOwner(), handle.getName(), handle.getDesc());
            if (QueryScan.takesText(handle.getName(), handle.getDesc())) {
                listener.isUndecided(type, method, handle.getOwner(), handle.getName());
            }
        }
    }
}
