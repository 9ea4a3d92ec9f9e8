package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reads the council. */
@Component
public final class CouncilReader implements Council {

    private final Consultations consultations = new Consultations();
    private final Json json = new Json();
    private final Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SensitiveReads reads;

    @Activate
    public CouncilReader(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema) {
        this.transactions = transactions;
    }

    @Override
    public List<Organization> organizations(Caller caller) {
        return read(
                caller,
                em -> em.createQuery("select o from Organization o order by o.name", OrganizationEntity.class)
                        .getResultStream()
                        .map(CouncilRecords::organization)
                        .toList());
    }

    @Override
    public List<Person> persons(Caller caller) {
        return read(caller, em -> {
            Map<String, List<Membership>> memberships = em.createQuery(
                            "select m from Membership m order by m.startDate, m.id", MembershipEntity.class)
                    .getResultStream()
                    .map(CouncilRecords::membership)
                    .collect(Collectors.groupingBy(Membership::personId));
            return em.createQuery("select p from Person p order by p.familyName, p.givenName, p.id", PersonEntity.class)
                    .getResultStream()
                    .map(person -> CouncilRecords.person(person, memberships.getOrDefault(person.id, List.of())))
                    .toList();
        });
    }

    @Override
    public List<LegislativeTerm> legislativeTerms(Caller caller) {
        return read(
                caller,
                em -> em.createQuery(
                                "select t from LegislativeTerm t order by t.startDate, t.id",
                                LegislativeTermEntity.class)
                        .getResultStream()
                        .map(CouncilRecords::term)
                        .toList());
    }

    @Override
    public List<Location> locations(Caller caller) {
        return read(
                caller,
                em -> em.createQuery("select l from Location l order by l.description", LocationEntity.class)
                        .getResultStream()
                        .map(CouncilRecords::location)
                        .toList());
    }

    @Override
    public List<Meeting> meetings(Caller caller) {
        return read(
                caller,
                em -> em.createQuery(
                                "select m, o from Meeting m, Organization o where o.id = m.organizationId"
                                        + " and m.withdrawn = false order by m.starts, m.id",
                                Object[].class)
                        .getResultStream()
                        .map(row -> CouncilRecords.meeting((MeetingEntity) row[0], (OrganizationEntity) row[1]))
                        .toList());
    }

    @Override
    public Agenda agenda(Caller caller, String meetingId) {
        return read(caller, em -> {
            MeetingEntity meeting = find(em, meetingId);
            Agenda agenda = CouncilRecords.agenda(meeting, MeetingPublisher.items(em, meeting.id));
            SensitiveReads listening = reads;
            if (listening != null && agenda.items().stream().anyMatch(item -> item.visibility() != Visibility.PUBLIC)) {
                // What was resolved behind closed doors is in it.
                listening.note(caller, "proposals", "Meeting", meetingId, null);
            }
            return agenda;
        });
    }

    @Override
    public List<Consultation> consultations(Caller caller, String paperId) {
        return transactions.call(tx -> {
            PaperStore store = new PaperStore(tx, json);
            PaperEntity paper = store.get(paperId);
            String department = Departments.of(paper.underDirectionOf);
            caller.require(ProposalsPermissions.READ, department);
            SensitiveReads listening = reads;
            if (listening != null && paper.state != Paper.State.PUBLISHED) {
                listening.note(
                        caller, "proposals", "Paper", paper.id, department.equals(Grant.ALL) ? null : department);
            }
            List<ConsultationEntity> rows = consultations.of(store.em(), paperId);
            Map<String, String> names = rows.isEmpty() ? Map.of() : names(store.em(), rows);
            return rows.stream()
                    .map(row -> CouncilRecords.consultation(row, names.get(row.organizationId)))
                    .toList();
        });
    }

    private static Map<String, String> names(EntityManager em, List<ConsultationEntity> rows) {
        return em.createQuery("select o from Organization o where o.id in :ids", OrganizationEntity.class)
                .setParameter(
                        "ids",
                        rows.stream().map(row -> row.organizationId).distinct().toList())
                .getResultStream()
                .collect(Collectors.toMap(organization -> organization.id, organization -> organization.name));
    }

    private static MeetingEntity find(EntityManager em, String id) {
        MeetingEntity meeting = id.indexOf('\0') >= 0 ? null : em.find(MeetingEntity.class, id);
        if (meeting == null || meeting.withdrawn) {
            throw Refusals.meetingNotFound(id.replace("\0", ""));
        }
        return meeting;
    }

    private <T> T read(Caller caller, Function<EntityManager, T> work) {
        caller.require(ProposalsPermissions.READ, Grant.ALL);
        return transactions.call(tx -> work.apply(tx.em(MeetingEntity.class)));
    }
}
