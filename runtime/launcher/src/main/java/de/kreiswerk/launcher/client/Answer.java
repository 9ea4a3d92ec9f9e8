package de.kreiswerk.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the platform answered.
 *
 * @param status the HTTP status
 * @param etag the entity tag as sent, null when there is none
 * @param body the JSON
 */
public record Answer(int status, String etag, JsonNode body) {

    /**
     * Whether it was done, or has begun.
     *
     * @return true when it was
     */
    public boolean isSuccess() {
        return status == 200 || status == 201 || status == 202 || status == 204;
    }
}
