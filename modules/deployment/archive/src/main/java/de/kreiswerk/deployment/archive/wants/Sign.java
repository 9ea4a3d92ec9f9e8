package de.kreiswerk.deployment.archive.wants;

import java.util.Set;

/**
 * By what a want is known.
 *
 * @param want what
 * @param members names of methods, {@code <init>} for constructors, {@code <extends>} for subclasses,
 *     {@code <class>} for the class as a value; empty for all of them
 */
record Sign(Want want, Set<String> members) {

    boolean fits(String member) {
        return members.isEmpty() || members.contains(member);
    }
}
