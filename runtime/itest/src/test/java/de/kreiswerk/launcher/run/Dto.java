package de.kreiswerk.launcher.run;

import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;

/** A data transfer object of the framework's side: its classes are those of bundles, and not of this class path. */
record Dto(Object object) {

    /** Reads a field. */
    Object get(String field) {
        try {
            return object.getClass().getField(field).get(object);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(object.getClass() + " has no field " + field, e);
        }
    }

    String text(String field) {
        return String.valueOf(get(field));
    }

    /** The elements of an array field; none when it is null. */
    List<Object> all(String field) {
        Object array = get(field);
        return array == null
                ? List.of()
                : IntStream.range(0, Array.getLength(array))
                        .mapToObj(i -> Array.get(array, i))
                        .toList();
    }

    List<Dto> each(String field) {
        return all(field).stream().map(Dto::new).toList();
    }

    /** The first element of an array field, empty when there is none. */
    String first(String field) {
        return all(field).stream().map(Object::toString).findFirst().orElse("");
    }
}
