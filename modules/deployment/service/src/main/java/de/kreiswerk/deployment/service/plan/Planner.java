package de.kreiswerk.deployment.service.plan;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.component.ComponentDescription;
import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.service.framework.BundleServices;
import de.kreiswerk.deployment.service.framework.ComponentBundles;
import de.kreiswerk.deployment.service.store.VersionFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.resolver.ResolutionException;
import org.osgi.service.resolver.Resolver;

/** Finds out what a switch would do, with the standard Resolver on the wiring of the running framework. Changes nothing. */
@Component(service = Planner.class)
public final class Planner {

    /** Thousands of bundles take seconds. What takes longer is made to, and its department's switches would wait for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BundleContext framework;
    private final Resolver resolver;
    private final Duration patience;
    private final ComponentBundles bundles;

    @Activate
    public Planner(BundleContext framework, @Reference Resolver resolver) {
        this(framework, resolver, PATIENCE);
    }

    Planner(BundleContext framework, Resolver resolver, Duration patience) {
        this.framework = framework;
        this.resolver = resolver;
        this.patience = patience;
        this.bundles = new ComponentBundles(framework);
    }

    /**
     * What is switched.
     *
     * @param component the component's name
     * @param before what is known of the active version, empty without one
     * @param contents SHA-256 of the active version's bundles by symbolic name, as far as they are known
     * @param after the new version, null for the removal of the component
     */
    public record Question(
            String component, Optional<VersionFacts> before, Map<String, String> contents, Archive after) {

        /** Of which nobody wants to know what stays the same. */
        public Question(String component, Optional<VersionFacts> before, Archive after) {
            this(component, before, Map.of(), after);
        }
    }

    /** The plan. */
    public Plan plan(Question question) {
        List<Bundle> leaving = bundles.of(question.component());
        List<Text> refusals = new ArrayList<>();
        if (question.after() != null) {
            ofPlatform(question.after().component(), refusals);
            resolve(question.after(), leaving, refusals);
        }
        Set<String> platform = bundles.platformBundles(leaving);
        if (!platform.isEmpty()) {
            refusals.add(new Text(
                    "Bausteine der Plattform hängen von der laufenden Version ab und müssten neu gestartet werden: "
                            + String.join(", ", platform) + ".",
                    "Parts of the platform depend on the running version and would have to be started again: "
                            + String.join(", ", platform) + "."));
        }
        // These would be stopped and started without a gate: their departments must give up the dependency first.
        Set<String> refreshed = new TreeSet<>();
        Set<String> dependants = new TreeSet<>(users(question.component(), leaving));
        for (Bundle bundle : bundles.dependants(leaving)) {
            if (ComponentBundles.isComponents(bundle)) {
                refreshed.add(bundle.getSymbolicName());
                dependants.add(ComponentBundles.owner(bundle));
            }
        }
        if (!refreshed.isEmpty()) {
            refusals.add(new Text(
                    "Andere Komponenten benutzen Pakete der laufenden Version und müssten angehalten werden: "
                            + String.join(", ", refreshed)
                            + ". Entfernen Sie diese zuerst, oder verbinden Sie die Komponenten nur über Dienste.",
                    "Other components use packages of the running version and would have to be stopped: "
                            + String.join(", ", refreshed)
                            + ". Remove these first, or connect the components by services only."));
        }
        Exchanged exchanged = exchanged(question);
        return new Plan(
                question.component(),
                question.after() == null ? null : question.after().sha256(),
                exchanged.changes(),
                Configured.changes(
                        question.before().map(VersionFacts::configured).orElse(Map.of()),
                        question.after() == null
                                ? Map.of()
                                : question.after().component().configurations()),
                List.copyOf(refreshed),
                List.copyOf(dependants),
                refusals,
                exchanged.notes());
    }

    private static Exchanged exchanged(Question question) {
        return new Exchanged(
                question.before().map(VersionFacts::bundles).orElse(List.of()),
                question.contents(),
                question.after() == null
                        ? List.of()
                        : question.after().component().bundles());
    }

    private void ofPlatform(ComponentDescription component, List<Text> refusals) {
        ComponentVersion here = ComponentVersion.parse(withoutSnapshot());
        if (component.minimumPlatform().compareTo(here) > 0) {
            refusals.add(new Text(
                    "Diese Version braucht Kreiswerk " + component.minimumPlatform() + " oder neuer; hier läuft " + here
                            + ".",
                    "This version needs Kreiswerk " + component.minimumPlatform() + " or newer; " + here
                            + " runs here."));
        }
    }

    private String withoutSnapshot() {
        var version = framework.getBundle().getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    private void resolve(Archive archive, List<Bundle> leaving, List<Text> refusals) {
        Map<Resource, String> resources = new LinkedHashMap<>();
        List<Requirement> wanted = new ArrayList<>();
        try {
            for (ComponentBundle bundle : archive.component().bundles()) {
                Resource resource = ResourceBuilder.build(bundle.entry(), new TreeMap<>(bundle.headers()));
                resources.put(resource, bundle.symbolicName());
                wanted.addAll(resource.getRequirements(null));
            }
        } catch (BundleException | IllegalArgumentException e) {
            refusals.add(new Text(
                    "Ein Manifest ist nicht lesbar: " + e.getMessage(),
                    "A manifest cannot be read: " + e.getMessage()));
            return;
        }
        for (String capability : archive.component().requiredCapabilities()) {
            wanted.addAll(parsed(capability, refusals));
        }
        LiveContext context = new LiveContext(framework, leaving, resources.keySet());
        for (Requirement requirement : wanted) {
            boolean asked = requirement.getResource() == null || context.isEffective(requirement);
            if (asked
                    && !LiveContext.isOptional(requirement)
                    && context.findProviders(requirement).isEmpty()) {
                refusals.add(Missing.sentence(
                        resources.getOrDefault(
                                requirement.getResource(), archive.component().name()),
                        requirement,
                        context));
            }
        }
        if (refusals.isEmpty()) {
            together(context, refusals);
        }
    }

    /** As it stands in component.json, where nobody has read it so far. */
    private static List<Requirement> parsed(String capability, List<Text> refusals) {
        List<Requirement> found;
        try {
            found = List.copyOf(ResourceBuilder.parseRequirement(null, capability));
        } catch (BundleException | IllegalArgumentException e) {
            // As bad as what can be read and says nothing.
            found = List.of();
        }
        if (!found.isEmpty()
                && found.stream().noneMatch(each -> each.getNamespace().isBlank())) {
            return found;
        }
        refusals.add(new Text(
                "Unter „requires“ von component.json ist nicht zu verstehen: " + Quoted.of(capability)
                        + ". Schreiben Sie es wie in Require-Capability, ein Eintrag für jede Fähigkeit.",
                "In 'requires' of component.json this cannot be understood: " + Quoted.of(capability)
                        + ". Write it as in Require-Capability, one entry for each capability."));
        return List.of();
    }

    /** Each for itself has all it needs; whether they fit together only the resolver knows. */
    private void together(LiveContext context, List<Text> refusals) {
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean tooLong = new AtomicBoolean();
        Thread watch = new Thread(
                () -> {
                    if (isOver(done)) {
                        tooLong.set(true);
                        context.cancel();
                    }
                },
                "kreiswerk-deployment-plan");
        watch.setDaemon(true);
        watch.start();
        try {
            resolver.resolve(context);
        } catch (ResolutionException e) {
            if (!tooLong.get()) {
                refusals.add(Conflict.sentence(e.getMessage()));
            }
        } finally {
            done.countDown();
        }
        if (tooLong.get()) {
            refusals.add(new Text(
                    "Ob die Bundles zusammenpassen, war nach " + patience.toSeconds()
                            + " s nicht herauszufinden. Lassen Sie Importe und „uses“ weg, die nicht gebraucht werden.",
                    "Whether the bundles fit together could not be found out within " + patience.toSeconds()
                            + " s. Leave out imports and 'uses' that are not needed."));
        }
    }

    private boolean isOver(CountDownLatch done) {
        try {
            return !done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody does that; then nobody is waited for.
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The components that use services of bundles. */
    private static Set<String> users(String component, List<Bundle> offering) {
        Set<String> users = new TreeSet<>();
        for (Bundle bundle : offering) {
            for (ServiceReference<?> service :
                    BundleServices.registeredBy(bundle).toList()) {
                Bundle[] using = service.getUsingBundles();
                for (Bundle user : using == null ? new Bundle[0] : using) {
                    if (ComponentBundles.isComponents(user)) {
                        users.add(ComponentBundles.owner(user));
                    }
                }
            }
        }
        users.remove(component);
        return users;
    }
}
