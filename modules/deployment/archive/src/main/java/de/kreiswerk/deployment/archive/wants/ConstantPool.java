package de.kreiswerk.deployment.archive.wants;

import org.objectweb.asm.ClassReader;

/**
 * What the code of a class calls and refers to stands in its constant pool (JVMS, section 4.4): where nothing of that is a want,
 * nobody needs to go through the code, which takes much longer.
 */
final class ConstantPool {

    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;

    private final Signs signs;

    ConstantPool(Signs signs) {
        this.signs = signs;
    }

    /** Whether anything that a class may use is a want, or may be one. */
    boolean any(ClassReader type) {
        char[] buffer = new char[type.getMaxStringLength()];
        for (int i = 1; i < type.getItemCount(); i++) {
            int at = type.getItem(i);
            // The second half of a long number is no item.
            if (at > 0 && isWant(type, type.readByte(at - 1), at, buffer)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWant(ClassReader type, int tag, int at, char[] buffer) {
        if (tag == CLASS) {
            return signs.of(type.readUTF8(at, buffer), Signs.CLASS, "").isPresent();
        }
        return tag >= FIELD && tag <= INTERFACE_METHOD && isWant(type, at, buffer);
    }

    private boolean isWant(ClassReader type, int at, char[] buffer) {
        int nameAndType = type.getItem(type.readUnsignedShort(at + 2));
        String member = type.readUTF8(nameAndType, buffer);
        String descriptor = type.readUTF8(nameAndType + 2, buffer);
        return QueryScan.takesText(member, descriptor)
                || signs.of(type.readClass(at, buffer), member, descriptor).isPresent();
    }
}
