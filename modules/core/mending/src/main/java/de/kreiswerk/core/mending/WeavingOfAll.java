package de.kreiswerk.core.mending;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Aries SPI Fly. It takes apart each class of a bundle that looks for services of {@link java.util.ServiceLoader}, which all of
 * Jetty and of logback are, and puts it together again with all of its frames computed, to find the few that do (1.3.7, the newest,
 * and before): a quarter of the time of the thread that starts the bundles. A class that does not name
 * {@code ServiceLoader} calls none of its methods.
 */
final class WeavingOfAll implements Mend {

    private static final String METHOD = "weave(Lorg/osgi/framework/hooks/weaving/WovenClass;)V";
    private static final String STRING = "java/lang/String";

    @Override
    public String type() {
        return "org.apache.aries.spifly.dynamic.ClientWeavingHook";
    }

    /** {@code if (!new String(wovenClass.getBytes(), ISO_8859_1).contains("java/util/ServiceLoader")) return;} */
    @Override
    public byte[] mended(byte[] original) {
        return OneMethod.begun(original, METHOD, method -> {
            Label weaves = new Label();
            method.visitTypeInsn(Opcodes.NEW, STRING);
            method.visitInsn(Opcodes.DUP);
            method.visitVarInsn(Opcodes.ALOAD, 1);
            method.visitMethodInsn(
                    Opcodes.INVOKEINTERFACE, "org/osgi/framework/hooks/weaving/WovenClass", "getBytes", "()[B", true);
            method.visitFieldInsn(
                    Opcodes.GETSTATIC, "java/nio/charset/StandardCharsets", "ISO_8859_1", "Ljava/nio/charset/Charset;");
            method.visitMethodInsn(Opcodes.INVOKESPECIAL, STRING, "<init>", "([BLjava/nio/charset/Charset;)V", false);
            method.visitLdcInsn("java/util/ServiceLoader");
            method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, STRING, "contains", "(Ljava/lang/CharSequence;)Z", false);
            method.visitJumpInsn(Opcodes.IFNE, weaves);
            method.visitInsn(Opcodes.RETURN);
            OneMethod.goOn(method, weaves);
        });
    }
}
