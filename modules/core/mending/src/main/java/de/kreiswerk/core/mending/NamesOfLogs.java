package de.kreiswerk.core.mending;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * The OSGi log of Felix. For each question whether something is logged at all it formats two names of the bundle, to look for what was
 * set for it (log 1.3.0, the newest, and before), and Declarative Services ask dozens of times for each component that comes or goes.
 * Where nothing was set for any, what holds for all does.
 */
final class NamesOfLogs implements Mend {

    private static final String TYPE = "org/apache/felix/log/LoggerAdminImpl";
    private static final String CONTEXT = "Lorg/osgi/service/log/admin/LoggerContext;";
    private static final String METHOD = "getLoggerContext(Lorg/osgi/framework/Bundle;Ljava/lang/String;)" + CONTEXT;
    private static final String MAP = "java/util/concurrent/ConcurrentMap";

    @Override
    public String type() {
        return TYPE.replace('/', '.');
    }

    /** {@code if (m_contexts.isEmpty()) return m_rootContext;} */
    @Override
    public byte[] mended(byte[] original) {
        return OneMethod.begun(original, METHOD, method -> {
            Label some = new Label();
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitFieldInsn(Opcodes.GETFIELD, TYPE, "m_contexts", "L" + MAP + ";");
            method.visitMethodInsn(Opcodes.INVOKEINTERFACE, MAP, "isEmpty", "()Z", true);
            method.visitJumpInsn(Opcodes.IFEQ, some);
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitFieldInsn(Opcodes.GETFIELD, TYPE, "m_rootContext", CONTEXT);
            method.visitInsn(Opcodes.ARETURN);
            OneMethod.goOn(method, some);
        });
    }
}
