package de.kreiswerk.runtime.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Every public type of an api says in a sentence what it is (STYLE 5). Reads the sources: Javadoc is not compiled. */
final class JavadocRules {

    private JavadocRules() {}

    static List<String> describePublicTypes(House house) {
        List<String> violations = new ArrayList<>();
        for (Bundle api : house.apis()) {
            try {
                violations.addAll(undescribed(sources(api.sources())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return violations;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> undescribed(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            PublicTypes scanner = new PublicTypes(DocTrees.instance(task));
            for (CompilationUnitTree file : task.parse()) {
                scanner.scan(file, null);
            }
            return scanner.undescribed;
        }
    }

    private static final class PublicTypes extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final List<String> undescribed = new ArrayList<>();

        PublicTypes(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || isInterface(getCurrentPath().getParentPath().getLeaf());
            if (!isPublic) {
                return null;
            }
            String comment = docs.getDocComment(getCurrentPath());
            if (comment == null || comment.isBlank()) {
                undescribed.add(getCurrentPath().getCompilationUnit().getPackageName() + ": " + type.getSimpleName()
                        + " is public and has no Javadoc");
            }
            return super.visitClass(type, nothing);
        }

        /** What is inside of an interface is as public as the interface. */
        private static boolean isInterface(Tree parent) {
            return parent.getKind() == Tree.Kind.INTERFACE || parent.getKind() == Tree.Kind.ANNOTATION_TYPE;
        }
    }
}
