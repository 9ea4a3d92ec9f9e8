package de.kreiswerk.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the platform answered.
 *
 * @param status the HTTP status
 * @param etag the entity tag as sent, null when there is none
 * @param body the JSON
 */
record Answer(int status, String etag, JsonNode body) {

    boolean isSuccess() {
        return status == 200 || status == 201 || status == 204;
    }
}
