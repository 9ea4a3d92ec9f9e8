package de.kreiswerk.core.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ForgottenServicesTest {

    private final Mend mend = new ForgottenServices();

    /** When this fails after an upgrade, look whether Felix has mended it: then the mend goes. */
    @Test
    void thereIsSomethingToMendAndOnlyThatIsChanged() throws IOException {
        byte[] original = Loaded.bytes(mend.type());

        List<Integer> before = opcodesAfterForgetting(original);
        List<Integer> after = opcodesAfterForgetting(mend.mended(original));

        assertThat(before).containsExactly(Opcodes.IFNE);
        assertThat(after).containsExactly(Opcodes.POP, Opcodes.ICONST_0, Opcodes.IFNE);
    }

    /** From the question whether there was a failure up to the jump that depends on it. */
    private static List<Integer> opcodesAfterForgetting(byte[] bytes) {
        List<Integer> opcodes = new ArrayList<>();
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                return name.equals("removeWhiteboardService") ? new UpToJump(opcodes) : null;
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return opcodes;
    }

    private static final class UpToJump extends MethodVisitor {

        private final List<Integer> opcodes;
        private boolean asked;

        private UpToJump(List<Integer> opcodes) {
            super(Opcodes.ASM9);
            this.opcodes = opcodes;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            asked |= owner.endsWith("/FailureStateHandler") && name.equals("remove") && opcodes.isEmpty();
        }

        @Override
        public void visitInsn(int opcode) {
            if (asked) {
                opcodes.add(opcode);
            }
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (asked) {
                opcodes.add(opcode);
            }
            asked = false;
        }
    }
}
