package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.PaperDocument;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds organizations by name, and makes them when a paper names one for the first time. */
final class Organizations {

    static final String COMMITTEE = "Gremium";
    static final String DEPARTMENT = "Verwaltungsbereich";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Ids ids = new Ids();

    /** The committees and the lead department that a document names, by the key of their name. */
    Map<String, OrganizationEntity> named(EntityManager em, PaperDocument document, Instant now) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> types = new HashMap<>();
        for (PaperDocument.PlannedConsultation planned : document.consultations()) {
            names.putIfAbsent(key(planned.organization()), planned.organization());
            types.put(key(planned.organization()), COMMITTEE);
        }
        if (document.underDirectionOf() != null) {
            names.putIfAbsent(key(document.underDirectionOf()), document.underDirectionOf());
            types.putIfAbsent(key(document.underDirectionOf()), DEPARTMENT);
        }
        return ensure(em, names, types, now);
    }

    /** The id of the lead department among what a document names, null when it names none. */
    static String lead(PaperDocument document, Map<String, OrganizationEntity> named) {
        return document.underDirectionOf() == null ? null : named.get(key(document.underDirectionOf())).id;
    }

    /** Finds or makes the lead department that a document names; the id, null when it names none. */
    String lead(EntityManager em, PaperDocument document, Instant now) {
        String name = document.underDirectionOf();
        return name == null ? null : ensure(em, name, DEPARTMENT, now).id;
    }

    /** Those to which a stored paper leads. Names are of no use here: an organization may have another one since. */
    static List<OrganizationEntity> of(EntityManager em, PaperEntity paper, List<ConsultationEntity> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.organizationId));
        if (paper.underDirectionId != null) {
            ids.add(paper.underDirectionId);
        }
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select o from Organization o where o.id in :ids", OrganizationEntity.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Finds or makes a committee, for the inside only: a draft may name one that nobody outside should hear of. */
    OrganizationEntity ensure(EntityManager em, String name, Instant now) {
        return ensure(em, name, COMMITTEE, now);
    }

    private OrganizationEntity ensure(EntityManager em, String name, String type, Instant now) {
        String key = key(name);
        return ensure(em, Map.of(key, name), Map.of(key, type), now).get(key);
    }

    /** Makes the organization that a department is, under the first of its names that no other has; null when all are taken. */
    OrganizationEntity department(EntityManager em, List<String> names, Instant now) {
        for (String name : names) {
            if (find(em, List.of(key(name))).isEmpty()) {
                OrganizationEntity made = create(em, name, DEPARTMENT, now);
                em.flush();
                return made;
            }
        }
        return null;
    }

    private Map<String, OrganizationEntity> ensure(
            EntityManager em, Map<String, String> names, Map<String, String> types, Instant now) {
        Map<String, OrganizationEntity> found = find(em, names.keySet());
        if (found.size() < names.size()) {
            departments(em, names.keySet()).forEach(found::putIfAbsent);
        }
        if (found.size() < names.size()) {
            // Rare: most papers name what is known.
            lock(em);
            found.putAll(find(em, names.keySet()));
            List<String> missing = new ArrayList<>(names.keySet());
            missing.removeAll(found.keySet());
            missing.forEach(key -> found.put(key, create(em, names.get(key), types.get(key), now)));
            // Rows that refer to them come after them: EclipseLink knows ids only, no relation.
            em.flush();
        }
        return found;
    }

    private static Map<String, OrganizationEntity> find(EntityManager em, Collection<String> keys) {
        Map<String, OrganizationEntity> found = new HashMap<>();
        if (!keys.isEmpty()) {
            em.createQuery("select o from Organization o where o.nameKey in :keys", OrganizationEntity.class)
                    .setParameter("keys", keys)
                    // What this transaction made is flushed; the paper's own rows go to the database together, later.
                    .setFlushMode(FlushModeType.COMMIT)
                    .getResultStream()
                    .forEach(organization -> found.put(organization.nameKey, organization));
        }
        return found;
    }

    /** Departments by their short names: papers write either. */
    private static Map<String, OrganizationEntity> departments(EntityManager em, Collection<String> keys) {
        Map<String, OrganizationEntity> found = new HashMap<>();
        em.createQuery(
                        "select o from Organization o where o.departmentId is not null and lower(o.shortName) in :keys"
                                + " order by o.id",
                        OrganizationEntity.class)
                .setParameter("keys", keys)
                .getResultStream()
                .forEach(organization -> found.putIfAbsent(key(organization.shortName), organization));
        return found;
    }

    private OrganizationEntity create(EntityManager em, String name, String type, Instant now) {
        OrganizationEntity organization = new OrganizationEntity();
        organization.id = ids.next(now.toEpochMilli());
        organization.name = name;
        organization.nameKey = key(name);
        organization.organizationType = type;
        organization.revision = 1;
        organization.created = now;
        organization.modified = now;
        em.persist(organization);
        return organization;
    }

    /** Until the end of the transaction: whoever makes or publishes a committee, or the body. */
    static void lock(EntityManager em) {
        em.createNativeQuery("select id from organization_lock where id = 1 for update")
                .getResultList();
    }

    static String key(String name) {
        return BLANKS.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.GERMAN);
    }
}
