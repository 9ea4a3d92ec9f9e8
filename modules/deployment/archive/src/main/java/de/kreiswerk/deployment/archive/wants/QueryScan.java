package de.kreiswerk.deployment.archive.wants;

import de.kreiswerk.deployment.archive.sql.Jpql;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Tells of queries whose text is no constant that only asks for entities: what is put together while the program runs may pass SQL on.
 * The stack is followed from one jump to the next, variables through the whole method; what is not followed is no constant.
 */
final class QueryScan extends MethodVisitor {

    private static final Set<String> MEMBERS = Set.of("createQuery", "createNamedQuery", "setHint");

    /** What lies on the stack; a variable is its number. */
    private static final int CONSTANT = -1;

    private static final int UNKNOWN = -2;

    private final BiConsumer<String, String> undecided;
    private final Deque<Integer> stack = new ArrayDeque<>();
    /** Whether nothing but constants is put into a variable. */
    private final Map<Integer, Boolean> variables = new HashMap<>();
    /** Which variables hold a constant since the last jump, whatever is put into them elsewhere. */
    private final Set<Integer> constants = new HashSet<>();

    private final List<Query> ofVariables = new ArrayList<>();

    /**
     * A scan of one method.
     *
     * @param access its modifiers
     * @param descriptor its parameters
     * @param next hears of the code as well
     * @param undecided takes the class and the name of what makes such a query
     */
    QueryScan(int access, String descriptor, MethodVisitor next, BiConsumer<String, String> undecided) {
        super(Opcodes.ASM9, next);
        this.undecided = undecided;
        // The object itself is counted in any case.
        int parameters =
                (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - ((access & Opcodes.ACC_STATIC) == 0 ? 0 : 1);
        for (int i = 0; i < parameters; i++) {
            variables.put(i, false);
        }
    }

    private record Query(int variable, String owner, String member) {}

    /** Whether a method makes a query of a text, or gives it a hint by a name. */
    static boolean takesText(String member, String descriptor) {
        return MEMBERS.contains(member)
                && descriptor.startsWith("(Ljava/lang/String;")
                && descriptor.contains(")Ljakarta/persistence/");
    }

    @Override
    public void visitLdcInsn(Object value) {
        stack.push(value instanceof String text && !Jpql.isFarReaching(text) ? CONSTANT : UNKNOWN);
        super.visitLdcInsn(value);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        switch (opcode) {
            case Opcodes.ALOAD -> stack.push(constants.contains(variable) ? CONSTANT : variable);
            case Opcodes.ASTORE -> store(variable, pop(1) == CONSTANT);
            case Opcodes.ISTORE, Opcodes.LSTORE, Opcodes.FSTORE, Opcodes.DSTORE -> pop(1);
            case Opcodes.RET -> stack.clear();
            default -> stack.push(UNKNOWN);
        }
        super.visitVarInsn(opcode, variable);
    }

    private void store(int variable, boolean isConstant) {
        variables.merge(variable, isConstant, Boolean::logicalAnd);
        if (isConstant) {
            constants.add(variable);
        } else {
            constants.remove(variable);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        switch (opcode) {
            case Opcodes.GETSTATIC -> replace(0);
            case Opcodes.GETFIELD -> replace(1);
            case Opcodes.PUTSTATIC -> pop(1);
            default -> pop(2);
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        int first = pop(Type.getArgumentCount(descriptor));
        if (takesText(name, descriptor)) {
            query(first, owner, name);
        }
        pop(opcode == Opcodes.INVOKESTATIC ? 0 : 1);
        answer(descriptor);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        pop(Type.getArgumentCount(descriptor));
        answer(descriptor);
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.DCONST_1) {
            replace(0);
        } else if (opcode == Opcodes.POP) {
            pop(1);
        } else {
            stack.clear();
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        replace(opcode == Opcodes.NEWARRAY ? 1 : 0);
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode != Opcodes.CHECKCAST) {
            replace(opcode == Opcodes.NEW ? 0 : 1);
        }
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        stack.clear();
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        stack.clear();
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        stack.clear();
        super.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        stack.clear();
        super.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    @Override
    public void visitLabel(Label label) {
        stack.clear();
        constants.clear();
        super.visitLabel(label);
    }

    @Override
    public void visitEnd() {
        for (Query each : ofVariables) {
            if (!variables.getOrDefault(each.variable(), false)) {
                undecided.accept(each.owner(), each.member());
            }
        }
        super.visitEnd();
    }

    private void query(int text, String owner, String member) {
        if (text >= 0) {
            // What else is put into the variable may stand further below.
            ofVariables.add(new Query(text, owner, member));
        } else if (text == UNKNOWN) {
            undecided.accept(owner, member);
        }
    }

    private void answer(String descriptor) {
        if (!descriptor.endsWith(")V")) {
            replace(0);
        }
    }

    private void replace(int count) {
        pop(count);
        stack.push(UNKNOWN);
    }

    /** Takes away; the answer is what lay lowest. */
    private int pop(int count) {
        int lowest = UNKNOWN;
        for (int i = 0; i < count; i++) {
            lowest = stack.isEmpty() ? UNKNOWN : stack.pop();
        }
        return lowest;
    }
}
