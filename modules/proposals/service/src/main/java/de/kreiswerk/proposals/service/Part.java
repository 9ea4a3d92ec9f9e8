package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * An object that stands on its own and is written out in another one as well.
 *
 * @param type its OParl type; its list has the same name, with a small first letter
 * @param id its lasting id
 * @param created when it came to be
 * @param content what it shows in both places
 * @param parent the name of the member that refers to the other one, which it has only on its own
 * @param parentPath the other one's path
 */
record Part(String type, String id, Instant created, ObjectNode content, String parent, String parentPath) {

    String list() {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    String path() {
        return "/" + list() + "/" + id;
    }
}
