package de.kreiswerk.runtime.architecture;

import java.nio.file.Path;

/**
 * A bundle of the house.
 *
 * @param area the folder it lies in, such as {@code proposals}
 * @param room its own folder, such as {@code rest}
 * @param root the package that its name promises
 * @param pom what Maven builds it by
 * @param sources where its Java sources are
 * @param classes where its compiled classes are
 * @param headers its manifest, null for what is no bundle
 */
record Bundle(String area, String room, String root, Path pom, Path sources, Path classes, Headers headers) {

    boolean isApi() {
        return room.equals("api");
    }

    /**
     * A plain library is no bundle: it has nothing of OSGi, so that a command line can use it as well, and lives nested in
     * bundles of its own area; a library of the core in those of any area.
     */
    boolean isLibrary() {
        return headers == null;
    }

    boolean isCore() {
        return area.equals("core");
    }

    Bundle with(Headers other) {
        return new Bundle(area, room, root, pom, sources, classes, other);
    }

    @Override
    public String toString() {
        return area + "." + room;
    }
}
