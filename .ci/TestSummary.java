import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Counts what ran, module by module, from the reports of surefire, failsafe and the tests inside the container. Fails when
 * a test failed, and when a module that has tests ran none: a runner that finds nothing reports success.
 */
public final class TestSummary {

    private static final List<String> REPORTS =
            List.of("target/surefire-reports", "target/failsafe-reports", "target/test-reports");

    private int passed;
    private int failed;
    private int skipped;
    private final List<String> remarks = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        TestSummary all = new TestSummary();
        List<String> idle = new ArrayList<>();
        System.out.println();
        for (String name : modules()) {
            Path module = Path.of(name);
            TestSummary one = new TestSummary();
            one.read(module);
            if (one.ran() > 0) {
                System.out.printf(
                        "%-32s %5d passed %4d failed %4d skipped%n", name, one.passed, one.failed, one.skipped);
            } else if (hasTests(module)) {
                idle.add(name);
            }
            all.add(one);
        }
        all.remarks.forEach(System.out::println);
        idle.forEach(name -> System.out.println("NO TEST RAN  " + name));
        System.out.println(all.passed + " passed, " + all.failed + " failed, " + all.skipped + " skipped");
        System.exit(all.failed > 0 || !idle.isEmpty() || all.passed == 0 ? 1 : 0);
    }

    private static List<String> modules() throws Exception {
        NodeList nodes = parse(new File("pom.xml")).getElementsByTagName("module");
        List<String> modules = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            modules.add(nodes.item(i).getTextContent().strip());
        }
        return modules;
    }

    private static boolean hasTests(Path module) throws IOException {
        Path sources = module.resolve("src");
        if (!Files.isDirectory(sources)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.anyMatch(file -> file.toString().matches(".*(Test|Tests|IT)\\.java"));
        }
    }

    private void read(Path module) throws Exception {
        for (String folder : REPORTS) {
            Path reports = module.resolve(folder);
            if (Files.isDirectory(reports)) {
                try (Stream<Path> files = Files.walk(reports)) {
                    for (Path file : files.filter(TestSummary::isReport).sorted().toList()) {
                        count(parse(file.toFile()));
                    }
                }
            }
        }
    }

    private static boolean isReport(Path file) {
        return file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    private static Document parse(File file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
    }

    private void count(Document report) {
        NodeList cases = report.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = test.getAttribute("classname") + "." + test.getAttribute("name");
            if (has(test, "failure") || has(test, "error")) {
                failed++;
                remarks.add("FAILED   " + name);
            } else if (has(test, "skipped")) {
                skipped++;
                Element reason = (Element) test.getElementsByTagName("skipped").item(0);
                remarks.add("SKIPPED  " + name + "  " + reason.getAttribute("message"));
            } else {
                passed++;
            }
        }
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    private int ran() {
        return passed + failed + skipped;
    }

    private void add(TestSummary other) {
        passed += other.passed;
        failed += other.failed;
        skipped += other.skipped;
        remarks.addAll(other.remarks);
    }
}
