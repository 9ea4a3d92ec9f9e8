package de.kreiswerk.proposals.web.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreiswerk.core.api.publication.PublicObject;
import java.util.List;

/**
 * Reads snapshots of one kind. Members that this version does not know are skipped, so that the writer may go ahead of the
 * reader.
 *
 * @param <T> what is read of a snapshot
 */
public final class Snapshots<T> {

    private final Class<T> type;

    private Snapshots(Class<T> type) {
        this.type = type;
    }

    /** Made when something is read first: it takes a noticeable part of the platform's start. */
    private static final class Mapper {

        private static final JsonMapper INSTANCE = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Reads snapshots as a record of what is of interest in them. */
    public static <T> Snapshots<T> as(Class<T> type) {
        return new Snapshots<>(type);
    }

    /** Reads the snapshot of an object that is not deleted. */
    public T read(PublicObject object) {
        try {
            return Mapper.INSTANCE.readValue(object.content(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the snapshot of " + object.path() + " cannot be read", e);
        }
    }

    /** The list, empty when it is left out. */
    public static <E> List<E> orEmpty(List<E> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
