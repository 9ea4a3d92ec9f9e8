package de.kreiswerk.deployment.archive.policy;

import static de.kreiswerk.deployment.archive.Samples.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.Compiled;
import de.kreiswerk.deployment.archive.Samples;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.wants.Want;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final DepartmentGrant GRANT =
            new DepartmentGrant("ordnung", "Ordnungsamt", "de.lueneburg.ordnung", "ordnung", Set.of(), Set.of());

    private static Archive archive(Samples.Jar bundle) throws BadArchive {
        return Samples.read(Samples.component(bundle.bytes()).bytes());
    }

    private static Archive archive(String description) throws BadArchive {
        return Samples.read(Samples.component(description, bundle().bytes()).bytes());
    }

    private static List<Finding> judge(Archive archive, DepartmentGrant grant) {
        return Policy.judge(archive, grant, Rules.standard(), Optional.empty());
    }

    private static void assertFound(String code, Severity severity, Samples.Jar bundle) throws BadArchive {
        assertFound(code, severity, judge(archive(bundle), GRANT));
    }

    private static void assertFound(String code, Severity severity, List<Finding> findings) {
        assertThat(findings).extracting(Finding::code).contains(code);
        Finding finding = findings.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.sentence().german()).endsWith(".").doesNotContain("\n");
        assertThat(finding.sentence().english()).endsWith(".").doesNotContain("\n");
    }

    private static void assertNothing(Samples.Jar bundle) throws BadArchive {
        assertThat(judge(archive(bundle), GRANT)).isEmpty();
    }

    private static Samples.Jar with(String componentXml) {
        return bundle().header("Service-Component", "OSGI-INF/*.xml").file("OSGI-INF/a.xml", componentXml);
    }

    private static String xml(String inside) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="de.lueneburg.ordnung.A">
                  <implementation class="de.lueneburg.ordnung.A"/>
                  %s
                </scr:component>
                """.formatted(inside);
    }

    private static String property(String name, String value) {
        return "<property name=\"%s\" type=\"String\" value=\"%s\"/>".formatted(name, value);
    }

    @Test
    void aComponentThatKeepsToItsPlaceIsNotObjectedTo() throws BadArchive {
        assertNothing(bundle().header(
                        "Import-Package",
                        "de.kreiswerk.core.api.web;version=\"[1,2)\",javax.ws.rs.core,jakarta.servlet,org.slf4j,"
                                + "org.osgi.service.component,com.fasterxml.jackson.databind,java.util,javax.xml.parsers")
                .header("Export-Package", "de.lueneburg.ordnung.api;version=\"1.0\"")
                .header("Service-Component", "OSGI-INF/app.xml,OSGI-INF/page.xml")
                .file(
                        "OSGI-INF/app.xml",
                        xml(property("osgi.jaxrs.application.base", "/api/ordnung/hunde")
                                + property("osgi.jaxrs.name", "de.lueneburg.ordnung.hunde")
                                + property("osgi.jaxrs.extension.select", "(kreiswerk.rest=basics)")
                                + "<service><provide interface=\"javax.ws.rs.core.Application\"/></service>"))
                .file("OSGI-INF/page.xml", xml("""
                        <property name="osgi.http.whiteboard.servlet.pattern" type="String">
                          /ordnung/hunde
                          /ordnung/hunde/*
                        </property>
                        <service><provide interface="jakarta.servlet.Servlet"/>
                        <provide interface="de.kreiswerk.core.api.web.Tile"/></service>
                        """)));
    }

    @Test
    void aDepartmentIsNamedByIdOrName() throws BadArchive {
        assertThat(judge(archive(Samples.description("").replace("\"ordnung\"", "\"Ordnungsamt\"")), GRANT))
                .isEmpty();
        assertFound(
                "department",
                Severity.REFUSED,
                judge(archive(Samples.description("").replace("\"ordnung\"", "\"Bauamt\"")), GRANT));
    }

    @Test
    void namesLieInTheNamespace() throws BadArchive {
        DepartmentGrant other =
                new DepartmentGrant("ordnung", "", "de.lueneburg.ordnung.hund", "ordnung", Set.of(), Set.of());
        List<Finding> findings = judge(archive(bundle()), other);

        assertFound("name.namespace", Severity.REFUSED, findings);
        assertFound("bundle.namespace", Severity.REFUSED, findings);
        assertFound(
                "bundle.namespace", Severity.REFUSED, bundle().header("Bundle-SymbolicName", "de.kreiswerk.core.web"));
    }

    @Test
    void configurationsLieInTheNamespace() throws BadArchive {
        String configurations = "\"configurations\": { \"%s\": { \"a\": 1 } }, \"bundles\"";
        String description = Samples.description("");
        for (String pid : List.of("de.kreiswerk.core.web.county", "org.x~a", "de.lueneburg.ordnungen")) {
            assertFound(
                    "pid.namespace",
                    Severity.REFUSED,
                    judge(archive(description.replace("\"bundles\"", configurations.formatted(pid))), GRANT));
        }
        assertThat(judge(
                        archive(description.replace(
                                "\"bundles\"", configurations.formatted("de.lueneburg.ordnung.f~b"))),
                        GRANT))
                .isEmpty();
        assertFound(
                "pid.namespace",
                Severity.REFUSED,
                judge(archive(Samples.description("\"keeps\": { \"pids\": [\"de.kreiswerk.x\"] }")), GRANT));
        assertFound(
                "pid.namespace",
                Severity.REFUSED,
                with(xml("").replace(
                                "name=\"de.lueneburg", "configuration-pid=\"$ de.kreiswerk.x\" name=\"de.lueneburg")));
    }

    @Test
    void settingsOfOthersAreNotDescribed() throws BadArchive {
        String place = "OSGI-INF/metatype/settings.xml";
        for (String designate : List.of("pid=\"de.kreiswerk.core.web.tls\"", "factoryPid=\"org.x\"")) {
            assertFound("pid.namespace", Severity.REFUSED, bundle().file(place, describing(designate)));
        }
        assertFound(
                "pid.namespace",
                Severity.REFUSED,
                bundle().file("OSGI-INF/metatype/no-ending", describing("pid=\"de.lueneburg.bau\"")));
        assertFound("metatype.unreadable", Severity.REFUSED, bundle().file(place, "<MetaData"));
        assertFound(
                "metatype.unreadable",
                Severity.REFUSED,
                bundle().file(place, "<!DOCTYPE a>" + describing("pid=\"org.x\"")));
        Samples.Jar own = bundle().file(place, describing("factoryPid=\"de.lueneburg.ordnung.dogs\""))
                .file("OSGI-INF/metatype/settings_de.properties", "name=Hunde")
                .file("docs/OSGI-INF/metatype/example.xml", describing("pid=\"org.x\""));
        assertThat(judge(archive(own), GRANT)).isEmpty();
    }

    private static String describing(String designate) {
        return "<metatype:MetaData xmlns:metatype=\"http://www.osgi.org/xmlns/metatype/v1.4.0\"><OCD id=\"a\" name=\"A\"/>"
                + "<Designate " + designate + "><Object ocdref=\"a\"/></Designate></metatype:MetaData>";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    import.dynamic     | REFUSED        | DynamicImport-Package | *
                    import.dynamic     | REFUSED        | DynamicImport-Package | de.kreiswerk.*
                    require-bundle     | REFUSED        | Require-Bundle        | de.kreiswerk.core.web;resolution:=optional
                    header.forbidden   | REFUSED        | Bundle-NativeCode     | lib/a.so;osname=linux
                    capability.platform | NEEDS_APPROVAL | Provide-Capability   | osgi.service;objectClass=x,osgi.extender;osgi.extender=osgi.component
                    capability.foreign | NEEDS_APPROVAL | Require-Capability    | osgi.identity;filter:="(osgi.identity=de.lueneburg.bau)"
                    capability.foreign | NEEDS_APPROVAL | Require-Capability    | osgi.service;filter:="(objectClass=a)";resolution:=optional
                    capability.platform | NEEDS_APPROVAL | SPI-Provider         | *
                    activator          | NOTE           | Bundle-Activator      | de.lueneburg.ordnung.Activator
                    export.platform    | REFUSED        | Export-Package        | de.kreiswerk.core.api.web;version=9
                    export.platform    | REFUSED        | Export-Package        | a;javax.ws.rs;version=2
                    export.foreign     | NEEDS_APPROVAL | Export-Package        | org.example
                    import.not-allowed | REFUSED        | Import-Package        | de.kreiswerk.core.web
                    import.not-allowed | REFUSED        | Import-Package        | org.slf4j,org.h2;version="[2,3)"
                    import.not-allowed | REFUSED        | Import-Package        | org.slf4j.spi
                    import.optional    | NEEDS_APPROVAL | Import-Package        | org.h2;resolution:=optional
                    """)
    void headersThatReachTooFar(String code, Severity severity, String header, String value) throws BadArchive {
        assertFound(code, severity, bundle().header(header, value));
    }

    @Test
    void headersWithinTheArchiveAreFine() throws BadArchive {
        assertNothing(bundle().header("DynamicImport-Package", "de.lueneburg.ordnung.plugins.*")
                .header("Provide-Capability", "osgi.service;objectClass=x,de.lueneburg.ordnung.hund;rasse=x")
                .header(
                        "Require-Capability",
                        "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\",osgi.extender;filter:=\"(osgi.extender=osgi.component)\","
                                + "osgi.service;filter:=\"(objectClass=x)\";effective:=active,de.lueneburg.ordnung.hund")
                .header("Require-Bundle", Samples.NAME));
        assertThat(judge(
                        archive(bundle().header("Import-Package", "org.commonmark.node")),
                        new DepartmentGrant(
                                "ordnung",
                                "",
                                "de.lueneburg.ordnung",
                                "ordnung",
                                Set.of(),
                                Set.of("org.commonmark.*"))))
                .isEmpty();
    }

    @Test
    void bundlesOfAnArchiveMayNeedEachOther() throws BadArchive {
        String other = "de.lueneburg.ordnung.api";
        Samples.Jar one = bundle().header("Export-Package", "de.lueneburg.ordnung.one")
                .header("Import-Package", "de.lueneburg.ordnung.two")
                .header("Require-Bundle", other);
        Samples.Jar two = bundle().header("Bundle-SymbolicName", other)
                .header("Export-Package", "de.lueneburg.ordnung.two")
                .header("Import-Package", "de.lueneburg.ordnung.one")
                .header("Require-Bundle", Samples.NAME);
        String description = Samples.description("")
                .replace("\"bundles\": [ ", "\"bundles\": [ { \"id\": \"de.lueneburg:" + other + ":1.2.0\" }, ");

        Archive archive = Samples.read(Samples.component(description, one.bytes())
                .stored("bundles/" + other + "-1.2.0.jar", two.bytes())
                .bytes());

        assertThat(judge(archive, GRANT)).isEmpty();
        assertThat(archive.component().bundles())
                .extracting(ComponentBundle::symbolicName)
                .containsExactly(other, Samples.NAME);
    }

    @Test
    void aManifestForNewerJavasAddsNothingUnseen() throws BadArchive {
        assertFound(
                "import.not-allowed",
                Severity.REFUSED,
                bundle().header("Multi-Release", "true")
                        .file("META-INF/versions/21/OSGI-INF/MANIFEST.MF", "Import-Package: org.h2\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*",
                "/",
                "*.html",
                "/admin/*",
                "/ordnungen",
                "/ordnung/../admin",
                "/api/bau/*",
                "/ordnung//x",
                "/ordnung/%2e%2e/admin",
                "/ordnung/*/x",
                ""
            })
    void pagesLieAtTheDepartmentsAddress(String pattern) throws BadArchive {
        assertFound(
                "address.outside",
                Severity.REFUSED,
                with(xml(property("osgi.http.whiteboard.servlet.pattern", pattern))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/bau", "/", "ordnung", "/ordnung", "/api/ordnungen/v1"})
    void restLiesAtTheDepartmentsAddress(String base) throws BadArchive {
        assertFound("address.outside", Severity.REFUSED, with(xml(property("osgi.jaxrs.application.base", base))));
        assertNothing(with(xml(property("osgi.jaxrs.application.base", "api/ordnung/v1"))));
    }

    @Test
    void addressesAreFoundWhereverTheyAreWritten() throws BadArchive {
        assertFound(
                "address.outside",
                Severity.REFUSED,
                with(xml("<properties entry=\"OSGI-INF/a.properties\"/>"))
                        .file("OSGI-INF/a.properties", "osgi.http.whiteboard.servlet.pattern=/admin"));
        assertFound(
                "address.outside",
                Severity.REFUSED,
                with(xml(property("OSGI.http.whiteboard.Servlet.Pattern", "/admin"))));
        String overriding = "\"configurations\": { \"de.lueneburg.ordnung.A\": "
                + "{ \"osgi.http.whiteboard.servlet.pattern\": [\"/ordnung\", \"/admin\"] } }, \"bundles\"";
        assertFound(
                "address.outside",
                Severity.REFUSED,
                judge(archive(Samples.description("").replace("\"bundles\"", overriding)), GRANT));
        assertFound(
                "address.health",
                Severity.REFUSED,
                judge(archive(Samples.description("\"health\": { \"paths\": [\"/abmelden?x=/ordnung\"] }")), GRANT));
    }

    @Test
    void resourcesBelongToApplicationsOfTheArchive() throws BadArchive {
        String resource = property("osgi.jaxrs.resource", "true");
        assertFound("rest.resource", Severity.REFUSED, with(xml(resource)));
        assertFound(
                "rest.resource",
                Severity.REFUSED,
                with(xml(resource + property("osgi.jaxrs.application.select", "(osgi.jaxrs.name=*)"))));
        assertNothing(with(xml(resource
                        + property("osgi.jaxrs.application.select", "(osgi.jaxrs.name=de.lueneburg.ordnung.hunde)")))
                .file(
                        "OSGI-INF/b.xml",
                        xml(property("osgi.jaxrs.application.base", "/api/ordnung")
                                + property("osgi.jaxrs.name", "de.lueneburg.ordnung.hunde"))));
        assertFound(
                "rest.application",
                Severity.REFUSED,
                with(xml(property("osgi.jaxrs.application.base", "/api/ordnung")
                        + property("osgi.jaxrs.name", ".default"))));
    }

    @Test
    void whatWorksOnOthersNeedsApproval() throws BadArchive {
        assertFound(
                "rest.extension",
                Severity.NEEDS_APPROVAL,
                with(xml(property("osgi.jaxrs.extension", "true")
                        + property("osgi.jaxrs.application.select", "(osgi.jaxrs.name=*)"))));
        assertFound(
                "whiteboard.context",
                Severity.NEEDS_APPROVAL,
                with(xml(property("osgi.http.whiteboard.context.select", "(osgi.http.whiteboard.context.name=*)"))));
        for (String between : List.of(
                property("osgi.http.whiteboard.filter.pattern", "/*"),
                property("osgi.http.whiteboard.listener", "true"),
                property("osgi.http.whiteboard.servlet.errorPage", "404"),
                "<service><provide interface=\"org.osgi.service.servlet.whiteboard.Preprocessor\"/></service>")) {
            assertFound("whiteboard.between", Severity.NEEDS_APPROVAL, with(xml(between)));
        }
        for (String said : List.of("true", "TRUE", " True ", "yes", "")) {
            assertFound("whiteboard.sign-in", Severity.NEEDS_APPROVAL, with(xml(property("kreiswerk.sign-in", said))));
        }
        assertFound(
                "service.platform",
                Severity.NEEDS_APPROVAL,
                with(xml("<service><provide interface=\"de.kreiswerk.core.api.identity.Authenticator\"/></service>")));
        assertNothing(with(xml(property(
                        "osgi.http.whiteboard.context.select",
                        "(osgi.http.whiteboard.context.name=de.lueneburg.ordnung.own)")
                + property("osgi.http.whiteboard.context.name", "de.lueneburg.ordnung.own")
                + property("osgi.http.whiteboard.context.path", "/ordnung/own"))));
    }

    @Test
    void whoMightTakeAnothersPlaceNeedsApproval() throws BadArchive {
        assertFound(
                "rest.name",
                Severity.NEEDS_APPROVAL,
                with(xml(property("osgi.jaxrs.application.base", "/api/ordnung")
                        + property("osgi.jaxrs.name", "proposals"))));
        assertFound(
                "whiteboard.name",
                Severity.NEEDS_APPROVAL,
                with(xml(property("osgi.http.whiteboard.context.name", "default"))));
        assertFound("service.ranking", Severity.NEEDS_APPROVAL, with(xml(property("service.ranking", "100"))));
        assertFound("rest.resource", Severity.REFUSED, with(xml(property("osgi.jaxrs.resource", "TRUE"))));
        assertNothing(with(xml(property("service.ranking", "-5"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.osgi.service.cm.ConfigurationPlugin",
                "org.osgi.service.cm.SynchronousConfigurationListener",
                "org.osgi.service.cm.ConfigurationAdmin",
                "org.osgi.service.cm.ManagedService",
                "org.apache.felix.cm.PersistenceManager",
                "org.apache.felix.hc.api.execution.HealthCheckExecutor",
                "org.osgi.framework.hooks.resolver.ResolverHookFactory",
                "javax.sql.DataSource",
                "javax.ws.rs.client.ClientBuilder",
                "java.time.Clock"
            })
    void whatThePlatformLooksForNeedsApproval(String service) throws BadArchive {
        assertFound("service.platform", Severity.NEEDS_APPROVAL, with(providing(service)));
    }

    @Test
    void whatIsThereForEverybodyIsOfferedFreely() throws BadArchive {
        for (String service : List.of(
                "org.apache.felix.hc.api.HealthCheck",
                "org.osgi.service.event.EventHandler",
                "javax.ws.rs.ext.ExceptionMapper",
                "java.lang.Runnable",
                "org.example.Own",
                "de.lueneburg.ordnung.api.Dogs")) {
            assertNothing(with(providing(service)));
        }
    }

    private static String providing(String service) {
        return xml("<service><provide interface=\"" + service + "\"/></service>");
    }

    private static final String A = "de.lueneburg.ordnung.api.A";
    private static final String B = "de.lueneburg.ordnung.api.B";
    private static final String C = "de.lueneburg.ordnung.api.C";

    private static Samples.Jar withServices() {
        Samples.Jar jar = bundle().header("Service-Component", "OSGI-INF/*.xml");
        for (String service : List.of(A, B, C)) {
            String file = service.replace('.', '/');
            jar.file(file + ".class", Samples.emptyClass(file, 17));
        }
        return jar;
    }

    /** A component of that name; how it refers to another service is said by attributes. */
    private static String component(String name, String offers, String needs, String how) {
        return """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="de.lueneburg.ordnung.%s">
                  <implementation class="de.lueneburg.ordnung.Impl"/>
                  <service><provide interface="%s"/></service>
                  <reference name="it" interface="%s" %s/>
                </scr:component>
                """.formatted(name, offers, needs, how);
    }

    @Test
    void componentsThatNeedOneAnotherInACircleAreRefused() throws BadArchive {
        List<Finding> findings = judge(
                archive(withServices()
                        .file("OSGI-INF/0.xml", component("Outside", "java.lang.Runnable", A, ""))
                        .file("OSGI-INF/a.xml", component("A", A, B, ""))
                        .file("OSGI-INF/b.xml", component("B", B, C, "cardinality='1..n'"))
                        .file("OSGI-INF/c.xml", component("C", C, A, "cardinality='1..1' policy='static'"))),
                GRANT);
        assertFound("component.cycle", Severity.REFUSED, findings);
        assertThat(findings.get(0).sentence().english())
                .contains(
                        "de.lueneburg.ordnung.A → de.lueneburg.ordnung.B → de.lueneburg.ordnung.C → de.lueneburg.ordnung.A.")
                .doesNotContain("Outside");
        assertFound(
                "component.cycle",
                Severity.REFUSED,
                withServices().file("OSGI-INF/a.xml", component("A", A, A, "cardinality='1..1'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cardinality='0..1'", "cardinality='0..n'", "policy='dynamic'"})
    void aReferenceThatCanWaitBreaksTheCircle(String how) throws BadArchive {
        assertNothing(withServices()
                .file("OSGI-INF/a.xml", component("A", A, B, ""))
                .file("OSGI-INF/b.xml", component("B", B, A, how)));
    }

    @Test
    void whatMayComeFromElsewhereIsNoCircle(@TempDir Path folder) throws BadArchive {
        assertNothing(withServices()
                .file("OSGI-INF/a.xml", component("A", A, "de.kreiswerk.core.api.web.Tile", ""))
                .file("OSGI-INF/b.xml", component("B", "de.kreiswerk.core.api.web.Tile", A, "")));
        assertNothing(withServices()
                .file("OSGI-INF/a.xml", component("A", A, B, ""))
                .file("OSGI-INF/b.xml", component("B", B, A, ""))
                .file("OSGI-INF/other.xml", component("Other", B, C, "")));
        assertThat(judge(
                        archive(Compiled.bundle(
                                        folder,
                                        "void a() throws Exception { new javax.management.MBeanServerPermission(\"x\"); }")
                                .header("Service-Component", "OSGI-INF/*.xml")
                                .file(
                                        "de/lueneburg/ordnung/api/A.class",
                                        Samples.emptyClass("de/lueneburg/ordnung/api/A", 17))
                                .file("OSGI-INF/a.xml", component("A", A, A, ""))),
                        GRANT))
                .as("code that registers services by itself")
                .extracting(Finding::code)
                .contains("want.framework")
                .doesNotContain("component.cycle");
    }

    @Test
    void healthChecksSpeakForTheirComponentOnly() throws BadArchive {
        for (String tag : List.of("ready", "live", "console", Samples.NAME + "x", Samples.NAME + ".a)(|(b=c")) {
            assertFound("health.tag", Severity.REFUSED, with(xml(property("hc.tags", tag))));
        }
        String configured = "\"configurations\": { \"de.lueneburg.ordnung.A\": " + "{ \"hc.tags\": [\"" + Samples.NAME
                + "\", \"ready\"] } }, \"bundles\"";
        assertFound(
                "health.tag",
                Severity.REFUSED,
                judge(archive(Samples.description("").replace("\"bundles\"", configured)), GRANT));
        assertNothing(with(xml(property("HC.tags", Samples.NAME) + property("hc.tags", Samples.NAME + ".dogs"))));
    }

    @Test
    void aSwitchAsksTheComponentsOwnChecksOnly() throws BadArchive {
        for (String tag : List.of("ready", "-" + Samples.NAME, "x)(|(a=b", Samples.NAME + ".a)")) {
            assertFound("health.tag", Severity.REFUSED, judge(archive(asking(tag)), GRANT));
        }
        assertThat(judge(archive(asking(Samples.NAME + "-fast")), GRANT)).isEmpty();
    }

    private static String asking(String tag) {
        return Samples.description("\"health\": { \"tags\": [\"" + tag + "\"] }");
    }

    @Test
    void thereIsALimitToWhatIsFound() throws BadArchive {
        StringBuilder imports = new StringBuilder("org.p0");
        for (int i = 1; i < 20_000; i++) {
            imports.append(",org.p").append(i);
        }

        assertThat(judge(archive(bundle().header("Import-Package", imports.toString())), GRANT))
                .hasSize(50);
        StringBuilder many = new StringBuilder(property("kreiswerk.sign-in", "true"));
        for (String property : List.of("hc.tags", "osgi.jaxrs.name", "osgi.http.whiteboard.servlet.pattern")) {
            many.append("<property name=\"").append(property).append("\">");
            for (int i = 0; i < 100; i++) {
                many.append("\nx").append(i);
            }
            many.append("</property>");
        }
        assertThat(judge(archive(with(xml(many.toString()))), GRANT))
                .hasSizeLessThan(101)
                .extracting(Finding::code)
                .as("nothing is hidden behind many others")
                .contains("health.tag", "rest.name", "address.outside", "whiteboard.sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OSGI-INF/none.xml OSGI-INF/a.xml",
                "OSGI-INF/none.xml,OSGI-INF/a.xml",
                "OSGI-INF/none.xml, OSGI-INF/*",
                "/OSGI-INF/a.xml"
            })
    void descriptionsAreFoundAsTheyAreByWhoStartsThem(String places) throws BadArchive {
        assertFound(
                "address.outside",
                Severity.REFUSED,
                with(xml(property("osgi.http.whiteboard.servlet.pattern", "/admin")))
                        .header("Service-Component", places));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OSGI-INF/none.xml;OSGI-INF/a.xml",
                "OSGI-INF/\\a.xml",
                "OSGI-INF//a.xml",
                "./OSGI-INF/a.xml",
                "OSGI-INF/x/../a.xml",
                "OSGI-*/a.xml"
            })
    void descriptionsThatNotEverybodyFindsAreRefused(String places) throws BadArchive {
        Samples.Jar bundle = with(xml("")).header("Service-Component", places);
        if (places.contains("\\")) {
            assertThatThrownBy(() -> archive(bundle)).isInstanceOf(BadArchive.class);
        } else {
            assertFound("component.unreadable", Severity.REFUSED, bundle);
        }
    }

    @Test
    void whatWouldJoinTheWayOfEveryRestRequestIsRefused() throws BadArchive {
        assertFound(
                "rest.bus",
                Severity.REFUSED,
                bundle().file("META-INF/cxf/bus-extensions.txt", "de.lueneburg.ordnung.A::false"));
    }

    @Test
    void whatCannotBeLookedAtIsRefused() throws BadArchive {
        assertFound("component.unreadable", Severity.REFUSED, with("<a"));
        assertFound("component.unreadable", Severity.REFUSED, with("<a>".repeat(9_000) + "</a>".repeat(9_000)));
        assertFound(
                "component.unreadable",
                Severity.REFUSED,
                with("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><component>&x;</component>"));
        assertFound("component.unreadable", Severity.REFUSED, with(xml("<properties entry=\"gone\"/>")));
        assertFound(
                "component.unreadable",
                Severity.REFUSED,
                with(xml("").replace(
                                " name=",
                                " xmlns:felix=\"http://felix.apache.org/xmlns/scr/extensions/v1.0.0\""
                                        + " felix:configurableServiceProperties=\"true\" name=")));
        assertFound(
                "component.unreadable",
                Severity.REFUSED,
                with(xml("").replace(
                                "http://www.osgi.org/xmlns/scr/v1.3.0",
                                "http://felix.apache.org/xmlns/scr/v1.2.0-felix")));
        assertFound("bundle.class-unreadable", Severity.REFUSED, bundle().file("A.class", new byte[20]));
    }

    @Test
    void sqlThatDoesMoreThanAddNeedsApproval() throws BadArchive {
        String adds =
                "create table dog (id varchar(36) primary key); -- never drop this\ninsert into dog values ('a');";
        assertFound("migration.adds", Severity.NOTE, bundle().file("db/migration/V1__dogs.sql", adds));
        for (String far : List.of(
                "drop table audit_record;",
                "Delete from account",
                "create alias x as 'void x() {}'",
                "/* */ update account set name = 'x'",
                "insert into identity_grant values ('root', '*')",
                "CREATE OR REPLACE\n FUNCTION f() RETURNS int")) {
            assertFound("migration.far-reaching", Severity.NEEDS_APPROVAL, bundle().file("V2.SQL", adds + far));
        }
        assertFound(
                "migration.far-reaching",
                Severity.NEEDS_APPROVAL,
                bundle().file("docs/V1__never_run.sql", "create table identity_grant (id int);")
                        .file("db/migration/V2__run.sql", "insert into identity_grant values (1);"));
    }

    @Test
    void versionsGoUp() throws BadArchive {
        Archive archive = archive(bundle());

        assertThat(active(archive, "1.1.9", "x")).isEmpty();
        assertThat(active(archive, "1.2.0", archive.sha256())).isEmpty();
        assertFound("version.again", Severity.REFUSED, active(archive, "1.2.0", "other"));
        assertFound("downgrade", Severity.NEEDS_ADMINISTRATOR, active(archive, "1.10.0", "x"));
    }

    private static List<Finding> active(Archive archive, String version, String sha256) {
        return Policy.judge(
                archive,
                GRANT,
                Rules.standard(),
                Optional.of(new ActiveVersion(ComponentVersion.parse(version), sha256)));
    }

    @Test
    void theVersionBeforeMustRunOnTheTables() throws BadArchive {
        Archive archive = archive(Samples.description(
                "\"schema\": [ { \"kind\": \"CONTRACT\", \"name\": \"V3__drop.sql\", \"breaks\": [\"[1.0,1.1)\"] } ]"));

        assertFound("schema.breaks", Severity.REFUSED, active(archive, "1.0.5", "x"));
        assertThat(active(archive, "1.1.0", "x")).isEmpty();
        assertThat(judge(archive, GRANT)).isEmpty();
    }

    @Test
    void whatTheCodeWantsBeyondTheGrantNeedsApproval(@TempDir Path folder) throws BadArchive {
        Archive archive =
                archive(Compiled.bundle(folder, "void a() throws Exception { new java.net.Socket(\"a\", 1); }"));

        List<Finding> findings = judge(archive, GRANT);
        assertFound("want.sockets", Severity.NEEDS_APPROVAL, findings);
        assertThat(findings.get(0).places()).isNotEmpty();
        assertFound(
                "want.sockets",
                Severity.NOTE,
                judge(
                        archive,
                        new DepartmentGrant(
                                "ordnung", "", "de.lueneburg.ordnung", "ordnung", Set.of(Want.SOCKETS), Set.of())));
    }

    @Test
    void theWorstComesFirst() throws BadArchive {
        List<Finding> findings = judge(
                archive(bundle().header("Bundle-Activator", "de.lueneburg.ordnung.B")
                        .header("Export-Package", "org.example")
                        .header("Import-Package", "org.h2")),
                GRANT);

        assertThat(findings)
                .extracting(Finding::severity)
                .containsExactly(Severity.REFUSED, Severity.NEEDS_APPROVAL, Severity.NOTE);
    }
}
