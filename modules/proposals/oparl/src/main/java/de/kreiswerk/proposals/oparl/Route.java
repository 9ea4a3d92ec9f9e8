package de.kreiswerk.proposals.oparl;

import de.kreiswerk.proposals.oparl.render.OparlType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an address below {@code /oparl} means. Each has one canonical path, whatever way it was written. */
sealed interface Route {

    /** The canonical path below {@code /oparl/v1}; empty for the System. */
    String path();

    /** The entry to everything. */
    record System() implements Route {

        @Override
        public String path() {
            return "";
        }
    }

    /** An object. */
    record One(OparlType type, String id) implements Route {

        @Override
        public String path() {
            return "/" + type.segment() + "/" + id;
        }
    }

    /**
     * A list.
     *
     * @param path its path
     * @param owner the path of the object that it belongs to, null for the list of bodies
     * @param name its name among the public lists
     */
    record Listing(String path, String owner, String name) implements Route {}

    /** The bytes of a file. */
    record Bytes(String id, boolean download) implements Route {

        @Override
        public String path() {
            return file() + (download ? "/" + DOWNLOAD : "/" + ACCESS);
        }

        String file() {
            return "/" + OparlType.FILE.segment() + "/" + id;
        }
    }

    /** Names of the bytes to show and to save. */
    String ACCESS = "access";
    /** See {@link #ACCESS}. */
    String DOWNLOAD = "download";

    /** Ids are in lower case, so that upper case can be put right. */
    Pattern ID = Pattern.compile("[0-9a-z-]{1,64}");

    /** Reads the path below {@code /oparl}, null included; empty when it means nothing. */
    static Optional<Route> of(String pathInfo) {
        List<String> segments = Arrays.stream((pathInfo == null ? "" : pathInfo).split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (segments.isEmpty()) {
            return Optional.of(new System());
        }
        return segments.get(0).equalsIgnoreCase("v1") ? below(segments.subList(1, segments.size())) : Optional.empty();
    }

    private static Optional<Route> below(List<String> segments) {
        if (segments.isEmpty()) {
            return Optional.of(new System());
        }
        Optional<OparlType> type = OparlType.ofSegment(segments.get(0));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (segments.size() == 1) {
            return type.filter(OparlType.BODY::equals).map(body -> new Listing("/body", null, "body"));
        }
        String id = segments.get(1).toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        One one = new One(type.get(), id);
        return switch (segments.size()) {
            case 2 -> Optional.of(one);
            case 3 -> part(one, segments.get(2));
            default -> Optional.empty();
        };
    }

    private static Optional<Route> part(One one, String part) {
        if (one.type() == OparlType.FILE) {
            boolean download = part.equalsIgnoreCase(DOWNLOAD);
            return download || part.equalsIgnoreCase(ACCESS)
                    ? Optional.of(new Bytes(one.id(), download))
                    : Optional.empty();
        }
        return OparlType.ofSegment(part).flatMap(type -> switch (one.type()) {
            case BODY -> type == OparlType.BODY ? Optional.empty() : Optional.of(list(one, type, type.segment()));
            case ORGANIZATION ->
                type == OparlType.MEETING
                        ? Optional.of(list(one, type, "organization/" + one.id() + "/meeting"))
                        : Optional.empty();
            default -> Optional.empty();
        });
    }

    private static Route list(One owner, OparlType type, String name) {
        return new Listing(owner.path() + "/" + type.segment(), owner.path(), name);
    }
}
