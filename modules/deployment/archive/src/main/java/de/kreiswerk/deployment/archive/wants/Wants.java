package de.kreiswerk.deployment.archive.wants;

import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.bundle.ClassFile;
import de.kreiswerk.deployment.archive.bundle.ClassFiles;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Budget;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what the classes of a component mention: of every class in every bundle, of JARs in bundles, and of those for other
 * Javas. It finds what is written down; a name that is put together while the program runs is not, which is why reflection is a
 * want of its own.
 */
public final class Wants {

    private static final int SHOWN = 20;

    private final Map<Want, List<String>> places = new EnumMap<>(Want.class);
    private final Map<Want, Integer> counts = new EnumMap<>(Want.class);
    private final Signs signs = new Signs();
    private final ConstantPool uses = new ConstantPool(signs);

    private Wants() {}

    /**
     * Looks.
     *
     * @param archive the archive
     * @return what was found, in the order of {@link Want}; nothing for a component that only serves requests
     * @throws BadArchive when a class cannot be read, and so not be looked at
     */
    public static List<WantFound> of(Archive archive) throws BadArchive {
        Wants wants = new Wants();
        Budget budget = new Budget(archive.limits());
        for (ComponentBundle bundle : archive.component().bundles()) {
            for (ClassFile file : ClassFiles.of(bundle.contents(), bundle.headers(), archive.limits(), budget)) {
                file.accept(
                        bundle.symbolicName(), new ClassScan(wants.new Finder(bundle.symbolicName())), wants.uses::any);
            }
        }
        return wants.found();
    }

    private List<WantFound> found() {
        List<WantFound> found = new ArrayList<>();
        counts.forEach((want, count) -> found.add(new WantFound(want, count, places.get(want))));
        return found;
    }

    private void add(Want want, String place) {
        List<String> shown = places.computeIfAbsent(want, each -> new ArrayList<>());
        if (shown.contains(place)) {
            return;
        }
        counts.merge(want, 1, Integer::sum);
        if (shown.size() < SHOWN) {
            shown.add(place);
        }
    }

    private final class Finder implements ClassScan.Listener {

        private final String bundle;

        Finder(String bundle) {
            this.bundle = bundle;
        }

        @Override
        public void used(String type, String method, String owner, String member, String descriptor) {
            signs.of(owner, member, descriptor).ifPresent(want -> add(want, place(type, method, owner, member)));
        }

        @Override
        public void isUndecided(String type, String method, String owner, String member) {
            add(Want.DATABASE, place(type, method, owner, member));
        }

        @Override
        public void isNative(String type, String method) {
            add(Want.NATIVE, place(type, method) + " → native");
        }

        private String place(String type, String method, String owner, String member) {
            return place(type, method) + " → " + dotted(owner) + "." + Quoted.of(member);
        }

        /** Java knows no name that a class file may not have. */
        private String place(String type, String method) {
            return bundle + ": " + dotted(type) + (method.isEmpty() ? "" : "." + Quoted.of(method));
        }

        private String dotted(String name) {
            return Quoted.of(name.replace('/', '.'));
        }
    }
}
