/**
 * Signed notes (C2SP signed-note) with Ed25519 keys: what archives of components and checkpoints of the trail are signed with.
 * Knows nothing but the JDK.
 */
package de.kreiswerk.core.notekit;
