/** Signed notes (C2SP signed-note) with Ed25519 keys. Knows nothing of archives. */
package de.kreiswerk.deployment.archive.note;
