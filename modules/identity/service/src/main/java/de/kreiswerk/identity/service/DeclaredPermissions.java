package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The permissions that there are, as areas and departments' components declare them. Who has a permission of one department must not
 * get at what another one calls the same, so a component's begin with its name; the platform's are its own.
 */
@Component(service = DeclaredPermissions.class)
public final class DeclaredPermissions {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredPermissions.class);

    /** Only what the deployment installs has such locations, {@code component:NAME:ARCHIVE:NUMBER}. */
    private static final String DEPLOYED = "component:";

    /** Such as {@code termine.read}. */
    private static final Pattern SHORT = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)?");

    /** As tables have room for it. */
    private static final int LONGEST = 100;

    /** What a role and a token can be given. */
    static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1," + LONGEST + "}");

    private final Map<Object, Declared> declarations = new ConcurrentHashMap<>();

    /** Nobody has declared anything so far. */
    @Activate
    public DeclaredPermissions() {}

    @Reference(
            name = "declarations",
            service = PermissionDeclaration.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(ServiceReference<PermissionDeclaration> from, PermissionDeclaration declaration) {
        Bundle bundle = from.getBundle();
        // Whose it was nobody knows once it is gone again.
        if (bundle != null) {
            declare(from, component(bundle), declaration);
        }
    }

    void remove(ServiceReference<PermissionDeclaration> from) {
        takeBack(from);
    }

    private static String component(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(DEPLOYED) ? location.split(":")[1] : null;
    }

    /** The component is null for the platform. */
    void declare(Object key, String component, PermissionDeclaration declaration) {
        declarations.put(key, new Declared(component, declaration));
    }

    void takeBack(Object key) {
        declarations.remove(key);
    }

    /** By name. A component that fails to say what it declares declares nothing, and hides nothing that others do. */
    Map<String, Text> all() {
        Map<String, Text> all = new TreeMap<>();
        Map<Declared, Map<String, Text>> foreign = new LinkedHashMap<>();
        for (Declared each : List.copyOf(declarations.values())) {
            for (Map.Entry<String, Text> said : each.savable().entrySet()) {
                if (each.owns(said.getKey())) {
                    all.put(said.getKey(), said.getValue());
                } else {
                    foreign.computeIfAbsent(each, any -> new TreeMap<>()).put(said.getKey(), said.getValue());
                }
            }
        }
        Set<String> owned = Set.copyOf(all.keySet());
        Map<String, Set<String>> claims = claims(foreign);
        foreign.forEach((declared, said) -> {
            Map<String, Text> accepted = new TreeMap<>(said);
            accepted.keySet()
                    .removeIf(name -> owned.contains(name)
                            || !isShort(name)
                            || claims.get(name).size() > 1);
            all.putAll(accepted);
            declared.tell(said.keySet(), accepted.keySet());
        });
        return all;
    }

    /** Which components want what is not theirs. */
    private static Map<String, Set<String>> claims(Map<Declared, Map<String, Text>> foreign) {
        Map<String, Set<String>> claims = new TreeMap<>();
        foreign.forEach((declared, said) -> said.keySet()
                .forEach(name ->
                        claims.computeIfAbsent(name, any -> new HashSet<>()).add(declared.component)));
        return claims;
    }

    /** What {@code kreiswerk component new} made once; more words could be in another one's name. */
    private static boolean isShort(String name) {
        return SHORT.matcher(name).matches();
    }

    private static final class Declared {

        private final String component;
        private final PermissionDeclaration declaration;
        private volatile List<Set<String>> told;
        private volatile Set<String> toldUnsavable = Set.of();

        Declared(String component, PermissionDeclaration declaration) {
            this.component = component;
            this.declaration = declaration;
        }

        /** What the platform itself declares is known to fit. */
        Map<String, Text> savable() {
            Map<String, Text> said = permissions();
            if (component == null) {
                return said;
            }
            Set<String> unsavable = new TreeSet<>(said.keySet());
            unsavable.removeIf(name -> NAME.matcher(name).matches());
            if (!unsavable.isEmpty() && !unsavable.equals(toldUnsavable)) {
                LOG.warn(
                        "{} declares permissions that cannot be chosen for roles and tokens: {}. A name has at most {} characters,"
                                + " of a-z 0-9 . -",
                        component,
                        String.join(", ", unsavable),
                        LONGEST);
            }
            toldUnsavable = unsavable;
            said.keySet().removeAll(unsavable);
            return said;
        }

        private Map<String, Text> permissions() {
            Map<String, Text> said = new TreeMap<>();
            try {
                declaration
                        .permissions()
                        .forEach((name, text) -> said.put(Objects.requireNonNull(name), Objects.requireNonNull(text)));
                return said;
            } catch (RuntimeException | LinkageError e) {
                LOG.warn(
                        "{} does not say which permissions there are",
                        declaration.getClass().getName(),
                        e);
                return new TreeMap<>();
            }
        }

        /** All that the platform names is its own. */
        boolean owns(String name) {
            return component == null || name.startsWith(prefix());
        }

        /** As names of permissions are written. */
        private String prefix() {
            return component.toLowerCase(Locale.ROOT).replace('_', '-') + ".";
        }

        private String advice() {
            return prefix().length() < LONGEST
                    ? "Let their names begin with " + prefix()
                    : "Names that begin with " + prefix() + " have more than " + LONGEST
                            + " characters: give the component a shorter name";
        }

        /** Each time only that something is otherwise than it was. */
        void tell(Set<String> foreign, Set<String> accepted) {
            List<Set<String>> now = List.of(Set.copyOf(foreign), Set.copyOf(accepted));
            if (now.equals(told)) {
                return;
            }
            told = now;
            List<String> refused = new ArrayList<>(foreign);
            refused.removeAll(accepted);
            if (!refused.isEmpty()) {
                LOG.warn(
                        "{} declares permissions that are not its own, or that another component declares as well: {}. They cannot"
                                + " be chosen for roles and tokens. {}",
                        component,
                        String.join(", ", refused),
                        advice());
            }
            if (!accepted.isEmpty()) {
                LOG.warn(
                        "{} declares permissions without its name: {}. They can be chosen as long as nobody else declares them."
                                + " {}",
                        component,
                        String.join(", ", accepted),
                        advice());
            }
        }
    }
}
