package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.util.Set;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Who may do nothing without a second factor. Switched off, the console says so, and the platform serves. */
@Component(
        service = {SecondFactorRule.class, HealthCheck.class},
        property = {HealthCheck.NAME + "=second-factor", HealthCheck.TAGS + "=console", "kreiswerk.title=Zweiter Faktor"
        })
@Designate(ocd = SecondFactorRule.Config.class)
public final class SecondFactorRule implements HealthCheck {

    private static final Set<String> GOVERNING =
            Set.of(Grant.ALL, IdentityPermissions.ACCOUNTS, IdentityPermissions.GRANTS, IdentityPermissions.ROLES);

    private final boolean mandatory;

    /** Who needs a second factor. */
    @ObjectClassDefinition(
            name = "Zweiter Faktor",
            description = "Codes einer App, die bei der Anmeldung zusätzlich zum Kennwort verlangt werden.")
    @interface Config {

        @AttributeDefinition(
                name = "Pflicht für die Administration",
                description =
                        "Wer alle Berechtigungen hat oder Konten und Rollen anderer verwaltet, kann ohne zweiten Faktor nichts tun, als ihn einzurichten. Abschalten sollten Sie das nur, wenn etwas anderes schützt.")
        boolean mandatoryForAdministrators() default true;
    }

    @Activate
    public SecondFactorRule(Config config) {
        this(config.mandatoryForAdministrators());
    }

    SecondFactorRule(boolean mandatory) {
        this.mandatory = mandatory;
    }

    /** For those who have all permissions, or make others' accounts and rights, wherever that is. */
    boolean requires(Set<Grant> grants) {
        return mandatory && governs(grants);
    }

    static boolean governs(Set<Grant> grants) {
        return grants.stream().anyMatch(grant -> GOVERNING.contains(grant.permission()));
    }

    boolean isMandatory() {
        return mandatory;
    }

    @Override
    public Result execute() {
        return mandatory
                ? Findings.ok("Die Administration braucht einen zweiten Faktor", "Administrators need a second factor")
                : Findings.warning(
                        "Die Administration meldet sich ohne zweiten Faktor an: in den Einstellungen abgeschaltet",
                        "Administrators sign in without a second factor: switched off in the settings");
    }
}
