package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperQuery;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.PaperSummary;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Reads papers. It does without the trail, so that reading goes on when writing cannot; while there is one, it is told who reads what is
 * not public.
 */
@Component
public final class PaperReaderService implements PaperReader {

    /** One more than a page, so that a reader can see whether there is another. */
    private static final int MAX_LIMIT = 1_001;

    private static final int MAX_TEXT = 200;

    private final Json json = new Json();
    private final Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SensitiveReads reads;

    @Activate
    public PaperReaderService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema) {
        this.transactions = transactions;
    }

    @Override
    public Paper get(Caller caller, String id) {
        return transactions.call(tx -> {
            PaperStore store = new PaperStore(tx, json);
            return read(caller, store, store.get(id));
        });
    }

    @Override
    public Paper getByReference(Caller caller, String reference) {
        return transactions.call(tx -> {
            PaperStore store = new PaperStore(tx, json);
            return read(caller, store, store.getByReference(reference));
        });
    }

    private Paper read(Caller caller, PaperStore store, PaperEntity entity) {
        String department = Departments.of(entity.underDirectionOf);
        caller.require(ProposalsPermissions.READ, department);
        Paper paper = store.paper(entity);
        SensitiveReads listening = reads;
        if (listening != null && !isPublic(paper)) {
            listening.note(caller, "proposals", "Paper", paper.id(), department.equals(Grant.ALL) ? null : department);
        }
        return paper;
    }

    private static boolean isPublic(Paper paper) {
        return paper.state() == Paper.State.PUBLISHED
                && paper.attachments().stream().noneMatch(each -> each.visibility() == Visibility.NON_PUBLIC)
                && !FileFindings.tell(paper.findings());
    }

    @Override
    public List<PaperSummary> list(Caller caller, PaperQuery query) {
        if (!caller.mayAnywhere(ProposalsPermissions.READ)) {
            caller.require(ProposalsPermissions.READ, Grant.ALL);
        }
        List<PaperSummary> found = find(caller, query);
        SensitiveReads listening = reads;
        if (listening != null && found.stream().anyMatch(each -> each.state() != Paper.State.PUBLISHED)) {
            listening.noteList(caller, "proposals", "Paper", recorded(query), found.size());
        }
        return found;
    }

    /** What was asked for, as it may stand in the trail for good: the words of a text may be somebody's name. */
    private static Map<String, String> recorded(PaperQuery query) {
        Map<String, String> recorded = new LinkedHashMap<>();
        if (query.year() != null) {
            recorded.put("year", query.year().toString());
        }
        if (query.type() != null) {
            recorded.put("type", query.type());
        }
        if (query.organization() != null) {
            recorded.put("organization", query.organization());
        }
        if (query.text() != null && !query.text().isBlank()) {
            recorded.put("text", "…");
        }
        return recorded;
    }

    private List<PaperSummary> find(Caller caller, PaperQuery query) {
        return transactions.call(tx -> {
            List<String> conditions = new ArrayList<>();
            Map<String, Object> parameters = new LinkedHashMap<>();
            where(query, conditions, parameters);
            if (!caller.may(ProposalsPermissions.READ, Grant.ALL)) {
                List<String> leads = leads(tx, caller);
                if (leads.isEmpty()) {
                    return List.of();
                }
                conditions.add("p.underDirectionOf in :leads");
                parameters.put("leads", leads);
            }
            String jpql = "select p from Paper p"
                    + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)) + " order by p.id";
            if (parameters.values().stream()
                    .anyMatch(value -> String.valueOf(value).indexOf('\0') >= 0)) {
                // PostgreSQL keeps no NUL, so nothing has one, and fails when it is asked for one.
                return List.of();
            }
            TypedQuery<PaperEntity> select = tx.em(PaperEntity.class).createQuery(jpql, PaperEntity.class);
            parameters.forEach(select::setParameter);
            return select.setMaxResults(Math.max(1, Math.min(query.limit(), MAX_LIMIT)))
                    .getResultStream()
                    .map(PaperStore::summary)
                    .toList();
        });
    }

    /** Which words for the lead stand for departments whose papers the caller may read. */
    private static List<String> leads(Transaction tx, Caller caller) {
        return tx.em(PaperEntity.class)
                .createQuery(
                        "select distinct p.underDirectionOf from Paper p where p.underDirectionOf is not null",
                        String.class)
                .getResultStream()
                .filter(lead -> caller.may(ProposalsPermissions.READ, Departments.of(lead)))
                .toList();
    }

    private static void where(PaperQuery query, List<String> conditions, Map<String, Object> parameters) {
        if (query.after() != null) {
            conditions.add("p.id > :after");
            parameters.put("after", query.after());
        }
        if (query.year() != null) {
            conditions.add("p.referenceYear = :year");
            parameters.put("year", query.year());
        }
        if (query.type() != null) {
            conditions.add("lower(p.paperType) = :type");
            parameters.put("type", query.type().strip().toLowerCase(Locale.GERMAN));
        }
        if (query.organization() != null) {
            conditions.add("p.id in (select c.paperId from Consultation c, Organization o"
                    + " where o.id = c.organizationId and o.nameKey = :organization)");
            parameters.put("organization", Organizations.key(query.organization()));
        }
        words(query.text(), conditions, parameters);
    }

    /** Each word must occur in the newest text, which holds title and reference as well. */
    private static void words(String text, List<String> conditions, Map<String, Object> parameters) {
        if (text == null || text.isBlank()) {
            return;
        }
        String[] words = text.strip()
                .substring(0, Math.min(text.strip().length(), MAX_TEXT))
                .split("\\s+");
        for (int i = 0; i < words.length; i++) {
            conditions.add("p.id in (select v.paperId from PaperVersion v where v.number = p.version"
                    + " and v.paperId = p.id and lower(v.source) like :word" + i + " escape '!')");
            parameters.put("word" + i, "%" + literally(words[i].toLowerCase(Locale.GERMAN)) + "%");
        }
    }

    private static String literally(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
