package de.kreiswerk.core.mending;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The HTTP Whiteboard of Felix. When a servlet goes after the context that it was in, its registration is noted as a failure
 * meanwhile, and {@code removeWhiteboardService} forgets either the failure or the servlet, not both (http.base 5.1.18, the newest,
 * and before). Each JAX-RS application goes in this order: every switch left a servlet for good, which every later context was
 * matched with, without success; after hundreds of switches that was a third of the time for which requests are held.
 */
final class ForgottenServices implements Mend {

    private static final String METHOD =
            "removeWhiteboardService(Lorg/apache/felix/http/base/internal/runtime/WhiteboardServiceInfo;)V";
    private static final String FAILURES = "org/apache/felix/http/base/internal/whiteboard/FailureStateHandler";
    private static final String FORGET = "remove";
    private static final String OF_ANY_CONTEXT = "(Lorg/apache/felix/http/base/internal/runtime/AbstractInfo;)Z";

    @Override
    public String type() {
        return "org.apache.felix.http.base.internal.whiteboard.WhiteboardManager";
    }

    /** Whether there was a failure is asked for once and decides nothing any more. */
    @Override
    public byte[] mended(byte[] original) {
        return OneMethod.changed(original, METHOD, AlwaysForgetting::new);
    }

    /** Takes "there was none" for the answer. */
    private static final class AlwaysForgetting extends MethodVisitor {

        private AlwaysForgetting(MethodVisitor method) {
            super(Opcodes.ASM9, method);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (owner.equals(FAILURES) && name.equals(FORGET) && descriptor.equals(OF_ANY_CONTEXT)) {
                super.visitInsn(Opcodes.POP);
                super.visitInsn(Opcodes.ICONST_0);
            }
        }
    }
}
