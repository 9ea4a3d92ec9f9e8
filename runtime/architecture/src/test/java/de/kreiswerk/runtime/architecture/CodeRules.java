package de.kreiswerk.runtime.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.text.Format;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;

/** What would keep a stopped bundle alive, or hides from the log. */
final class CodeRules {

    private static final List<Class<?>> MUTABLE = List.of(
            Collection.class,
            Map.class,
            ThreadLocal.class,
            Thread.class,
            Executor.class,
            Appendable.class,
            Date.class,
            Calendar.class,
            Format.class,
            Matcher.class);

    private static final String ATOMIC = "java.util.concurrent.atomic.";

    private static final List<Exemption> STREAMS = List.of(
            new Exemption(
                    "de.kreiswerk.core.web.ready.ReadyAnnouncement",
                    "java.lang.System.out",
                    "The line that says that the platform is ready is its answer to the person who started it"),
            new Exemption(
                    "de.kreiswerk.identity.service.FirstAccount",
                    "java.lang.System.out",
                    "The first account's password is for the person at the terminal and must not get into a log"),
            new Exemption(
                    "de.kreiswerk.deployment.service.run.Words",
                    "java.lang.Throwable.printStackTrace",
                    "The details behind a sentence about a switch: into a text that is stored, not onto a stream"),
            new Exemption(
                    "de.kreiswerk.audit.verifier.Main",
                    "java.lang.System.out",
                    "A program for the command line, which has no log; Main hands the stream to everything behind it"),
            new Exemption(
                    "de.kreiswerk.launcher.Main",
                    "java.lang.System.",
                    "A command line answers on the terminal; Main hands its streams to everything behind it"));

    private static final List<Exemption> SLEEPERS = List.of(
            new Exemption(
                    "de.kreiswerk.core.persistence.transaction.TransactionsService",
                    "java.lang.Thread.sleep",
                    "Before a transaction is repeated, at most 60 ms, so that those who met do not meet again"),
            new Exemption(
                    "de.kreiswerk.launcher.run.DirectoryLock",
                    "java.lang.Thread.sleep",
                    "A start that meets a command which looks whether a platform runs: at most 80 ms"),
            new Exemption(
                    "de.kreiswerk.launcher.component.Following",
                    "java.lang.Thread.sleep",
                    "A command that follows a switch, when the platform answers at once instead of waiting: at most 250 ms"));

    private CodeRules() {}

    static List<String> haveNoStaticState(House house) {
        List<String> violations = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            type.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                    .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .filter(field -> !isMadeFromTemplate(type))
                    .forEach(field -> staticState(field).ifPresent(violations::add));
            type.getStaticInitializer().ifPresent(initializer -> {
                initializer.getConstructorCallsFromSelf().stream()
                        .filter(call -> isMutable(call.getTargetOwner()))
                        .forEach(call -> violations.add(kept(call)));
                initializer.getMethodCallsFromSelf().stream()
                        .filter(CodeRules::makesMutable)
                        .forEach(call -> violations.add(kept(call)));
            });
        }
        return violations;
    }

    private static Optional<String> staticState(JavaField field) {
        JavaClass type = field.getRawType();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return Optional.of(field.getFullName() + " is static and can be set anew");
        }
        if (type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE)) {
            return Optional.of(field.getFullName() + " is a static array that others can write into");
        }
        // An interface may stand for something that never changes; what it is made of is looked at as well.
        if (!type.isInterface() && isMutable(type)) {
            return Optional.of(field.getFullName() + " is static and of a type that changes, " + type.getSimpleName());
        }
        return Optional.empty();
    }

    private static String kept(JavaCall<?> call) {
        return call.getOriginOwner().getName() + " makes something for good that changes: " + call.getDescription();
    }

    private static boolean makesMutable(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        return (owner.isEquivalentTo(ThreadLocal.class) && name.equals("withInitial"))
                || name.equals("newKeySet")
                || name.equals("synchronizedMap")
                || name.equals("synchronizedSet")
                || name.equals("synchronizedList")
                || owner.getName().equals("java.util.concurrent.Executors");
    }

    private static boolean isMutable(JavaClass type) {
        return type.getName().startsWith(ATOMIC) || MUTABLE.stream().anyMatch(type::isAssignableTo);
    }

    /** The template compiler keeps the line numbers of a template in a public array; nothing of ours. */
    private static boolean isMadeFromTemplate(JavaClass type) {
        return type.getSimpleName().matches("Jte\\w+Generated");
    }

    static List<String> speakThroughTheLog(House house) {
        List<String> violations = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                String target = access.getTargetOwner().getName() + "." + access.getName();
                boolean speaks = target.equals("java.lang.System.out")
                        || target.equals("java.lang.System.err")
                        || access.getName().equals("printStackTrace");
                if (speaks && notCovered(STREAMS, type, target)) {
                    violations.add("Not through the log: " + access.getDescription());
                }
            }
        }
        return violations;
    }

    static List<String> doNotSleep(House house) {
        List<String> violations = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                String target = access.getTargetOwner().getName() + "." + access.getName();
                boolean sleeps = target.equals("java.lang.Thread.sleep")
                        || target.equals("java.util.concurrent.TimeUnit.sleep")
                        || target.startsWith("java.util.concurrent.locks.LockSupport.park");
                if (sleeps && notCovered(SLEEPERS, type, target)) {
                    violations.add("Sleeps: " + access.getDescription());
                }
            }
        }
        return violations;
    }

    private static boolean notCovered(List<Exemption> exemptions, JavaClass type, String target) {
        return exemptions.stream().noneMatch(each -> each.covers(type.getName(), target));
    }
}
