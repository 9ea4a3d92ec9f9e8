package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditRecord;
import java.util.Locale;

/**
 * What a record is, apart from its object.
 *
 * @param area of the platform
 * @param action what was done
 * @param objectType to what
 * @param department in whose name, null for nobody's
 * @param outcome with what outcome, in small letters
 */
record Kind(String area, String action, String objectType, String department, String outcome) {

    static Kind of(AuditRecord record, RecordText text) {
        return new Kind(
                record.area(), record.action(), record.objectType(), text.departmentInIndex(), word(text.outcome()));
    }

    /** Whether a query asks for some kinds only. */
    static boolean isAskedFor(TrailQuery query) {
        return query.area() != null
                || query.action() != null
                || query.objectType() != null
                || query.department() != null
                || query.outcome() != null;
    }

    boolean fits(TrailQuery query) {
        return fits(query.area(), area)
                && fits(query.action(), action)
                && fits(query.objectType(), objectType)
                && fits(query.department(), department)
                && (query.outcome() == null || word(query.outcome()).equals(outcome));
    }

    private static boolean fits(String asked, String mine) {
        return asked == null || asked.equals(mine);
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
