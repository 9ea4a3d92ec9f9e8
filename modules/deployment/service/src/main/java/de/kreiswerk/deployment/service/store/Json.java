package de.kreiswerk.deployment.service.store;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What columns of JSON are read and written with. In a class of its own, which a start with nothing in them need not wait for. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
}
