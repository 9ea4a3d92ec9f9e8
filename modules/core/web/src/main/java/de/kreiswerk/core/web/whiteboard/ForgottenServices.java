package de.kreiswerk.core.web.whiteboard;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Mends the HTTP Whiteboard of Felix while it is loaded. When a servlet goes after the context that it was in, its registration is
 * noted as a failure meanwhile, and {@code removeWhiteboardService} forgets either the failure or the servlet, not both (http.base
 * 5.1.18, the newest, and before). Each JAX-RS application goes in this order: every switch left a servlet for good, which every
 * later context was matched with, without success; after hundreds of switches that was a third of the time for which requests are
 * held.
 *
 * <p>To be deleted when the test says that there is nothing to mend any more.
 */
@Component(
        immediate = true,
        service = {})
public final class ForgottenServices {

    static final String CLASS = "org.apache.felix.http.base.internal.whiteboard.WhiteboardManager";
    private static final String METHOD = "removeWhiteboardService";
    private static final String FAILURES = "org/apache/felix/http/base/internal/whiteboard/FailureStateHandler";
    private static final String FORGET = "remove";
    private static final String OF_ANY_CONTEXT = "(Lorg/apache/felix/http/base/internal/runtime/AbstractInfo;)Z";

    private final ServiceRegistration<WeavingHook> hook;

    /**
     * Begins to mend.
     *
     * @param context where the hook is registered: as an object, for a component is made when it is first asked for, which would be
     *     while its own class is loaded
     */
    @Activate
    public ForgottenServices(BundleContext context) {
        hook = context.registerService(WeavingHook.class, ForgottenServices::weave, null);
    }

    /** What is loaded stays as it is. */
    @Deactivate
    void stop() {
        hook.unregister();
    }

    private static void weave(WovenClass loaded) {
        if (CLASS.equals(loaded.getClassName())) {
            loaded.setBytes(mended(loaded.getBytes()));
        }
    }

    /** Whether there was a failure is asked for once and decides nothing any more. */
    static byte[] mended(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return name.equals(METHOD) ? new AlwaysForgetting(method) : method;
                    }
                },
                0);
        return writer.toByteArray();
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
