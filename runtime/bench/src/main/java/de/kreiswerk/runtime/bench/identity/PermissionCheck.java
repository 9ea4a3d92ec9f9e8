package de.kreiswerk.runtime.bench.identity;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What every service asks before it does anything, of a caller with a role in a large department: 2,000 grants. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PermissionCheck {

    private static final int DEPARTMENTS = 200;
    private static final int PERMISSIONS = 10;

    /** Granted in the department, granted everywhere, or not at all: the last asks all there is. */
    @Param({"department", "everywhere", "none"})
    public String how;

    private Caller caller;
    private String permission;
    private String department;

    /** Makes the caller. */
    @Setup
    public void prepare() {
        Set<Grant> grants = new HashSet<>();
        for (int i = 0; i < DEPARTMENTS; i++) {
            for (int j = 0; j < PERMISSIONS; j++) {
                grants.add(new Grant("area.permission-" + j, "department-" + i));
            }
        }
        grants.add(new Grant("area.elsewhere", Grant.ALL));
        caller = new Caller("subject", "Name", grants, "password", Instant.EPOCH, "request");
        department = "department-77";
        permission = switch (how) {
            case "department" -> "area.permission-7";
            case "everywhere" -> "area.elsewhere";
            default -> "area.never";
        };
    }

    /**
     * One check.
     *
     * @return whether the caller may
     */
    @Benchmark
    public boolean may() {
        return caller.may(permission, department);
    }
}
