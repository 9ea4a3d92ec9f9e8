package de.kreiswerk.deployment.archive.wants;

import java.util.Set;

/**
 * By what a want is known.
 *
 * @param want what
 * @param isAllBut whether it is known by all others than the members
 * @param members names of methods, {@code <init>} for constructors, {@code <extends>} for subclasses,
 *     {@code <class>} for the class as a value
 */
record Sign(Want want, boolean isAllBut, Set<String> members) {

    boolean fits(String member) {
        return members.contains(member) != isAllBut;
    }
}
