package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** Writes the members of one object of one type. The value of a member is the writer's current token. */
abstract class Members {

    final ObjectWriter json;
    final boolean embedded;

    Members(ObjectWriter json, boolean embedded) {
        this.json = json;
        this.embedded = embedded;
    }

    /** What follows from the object's path alone. */
    void path(String path) throws IOException {
        // Most types have nothing of the kind.
    }

    /** One member of the snapshot. What is not known is left out: a snapshot may be newer than this bundle. */
    abstract void member(String name) throws IOException;

    /** What is known only when all members were seen. */
    void end() throws IOException {
        // Most types have nothing of the kind.
    }

    /** The reference back to the parent, which an embedded object does without. */
    final void parent(String name) throws IOException {
        if (!embedded) {
            json.reference(name);
        }
    }
}
