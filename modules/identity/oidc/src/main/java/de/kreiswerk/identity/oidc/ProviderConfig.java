package de.kreiswerk.identity.oidc;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A provider of OpenID Connect. */
@ObjectClassDefinition(
        name = "Anmeldedienst",
        description = "Ein Dienst nach OpenID Connect, bei dem man sich anmelden kann")
public @interface ProviderConfig {

    /** Where these settings are kept; each provider has a name behind it, as in {@code …Provider~amt}. */
    String PID = "de.kreiswerk.identity.oidc.Provider";

    /** Those who work for the county: they get what their groups are mapped to. */
    String EMPLOYEES = "employees";

    /** Everybody: they get the role {@code citizen}. */
    String CITIZENS = "citizens";

    @AttributeDefinition(
            name = "Beschriftung",
            description = "Wie Menschen den Dienst kennen, etwa „Dienstkonto“. Leer: sein Name")
    String label() default "";

    @AttributeDefinition(name = "Beschriftung auf Englisch", description = "Leer: wie auf Deutsch", required = false)
    String labelEnglish() default "";

    @AttributeDefinition(name = "Reihenfolge", description = "Kleinere stehen auf der Anmeldeseite zuerst")
    int place() default 100;

    @AttributeDefinition(
            name = "Aussteller",
            description = "Die Adresse (issuer), genau wie der Dienst sie nennt; https://…")
    String issuer() default "";

    @AttributeDefinition(
            name = "Client-Kennung",
            description = "Unter welcher Kennung der Dienst uns kennt (client_id)")
    String clientId() default "";

    @AttributeDefinition(
            name = "Client-Geheimnis",
            description = "Leer für einen öffentlichen Client; PKCE wird immer verwendet",
            type = AttributeType.PASSWORD,
            required = false)
    String clientSecret() default "";

    @AttributeDefinition(name = "Scopes", description = "Mit Leerzeichen dazwischen; openid gehört dazu")
    String scopes() default "openid profile email";

    @AttributeDefinition(
            name = "Art",
            description =
                    "Beschäftigte bekommen Rollen nach ihren Gruppen, Bürgerinnen und Bürger die Rolle „Bürger/in“",
            options = {
                @Option(label = "Beschäftigte", value = EMPLOYEES),
                @Option(label = "Bürgerinnen und Bürger", value = CITIZENS)
            })
    String audience() default EMPLOYEES;

    @AttributeDefinition(
            name = "Konten anlegen",
            description =
                    "Ob bei der ersten Anmeldung ein Konto angelegt wird; sonst meldet sich nur an, wer schon eines hat")
    boolean createAccounts() default true;

    @AttributeDefinition(
            name = "Gruppen-Angabe",
            description = "In welcher Angabe (claim) des ID-Tokens die Gruppen stehen; mit Punkten darin, wie"
                    + " realm_access.roles")
    String groupsClaim() default "groups";

    @AttributeDefinition(
            name = "Zuordnung",
            description =
                    "Gruppe=rolle, Gruppe=rolle@fachbereich oder Gruppe=@fachbereich (gehört dazu). Eine Rolle nach ihrer"
                            + " Kennung, ein Fachbereich nach Kennung, Kurzname oder Name",
            required = false)
    String[] mapping() default {};

    @AttributeDefinition(
            name = "Angabe des Vertrauensniveaus",
            description = "In welcher Angabe (claim) es steht, etwa acr; leer: keines nötig",
            required = false)
    String trustClaim() default "";

    @AttributeDefinition(
            name = "Vertrauensniveaus",
            description = "Vom niedrigsten zum höchsten, mit Kommas dazwischen")
    String trustLevels() default "STORK-QAA-Level-1,STORK-QAA-Level-2,STORK-QAA-Level-3,STORK-QAA-Level-4";

    @AttributeDefinition(
            name = "Mindestens",
            description = "Das niedrigste Vertrauensniveau, mit dem man sich anmelden kann",
            required = false)
    String trustMinimum() default "";
}
