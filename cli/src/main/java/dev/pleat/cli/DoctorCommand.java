package dev.pleat.cli;

import dev.pleat.runtime.Simd;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks whether this machine runs models as fast as it can. */
@Command(
        name = "doctor",
        description = "Tells whether this Java uses this machine's vector instructions, and what to change if not.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "The launcher finds a JDK and adds the vector module; to examine a JVM as your program starts it, run"
                    + " java YOUR-OPTIONS -jar pleat.jar doctor."
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Diagnosis diagnosis = Progress.during(spec.commandLine().getErr(), "Measuring", Diagnosis::measure);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>(diagnosis.facts());
            object.put("fixes", diagnosis.fixes());
            Json.print(out, object);
        } else {
            print(out, diagnosis);
        }
        return ExitCode.OK;
    }

    private void print(PrintWriter out, Diagnosis diagnosis) {
        Map<String, Object> facts = diagnosis.facts();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        out.println("Java:           " + facts.get("java"));
        out.println("                " + facts.get("javaHome"));
        out.println("JVM:            " + facts.get("vm"));
        out.println("Machine:        " + facts.get("architecture") + ", " + facts.get("processors") + " processors");
        out.println("Java compiler:  " + (Boolean.TRUE.equals(facts.get("compiler")) ? "present" : "absent"));
        out.println("Vector module:  " + (Boolean.TRUE.equals(facts.get("vectorModule")) ? "present" : "absent"));
        out.println("Species:        " + facts.get("species"));
        if (Simd.AVAILABLE) {
            out.println("                " + Simd.LANES + " lanes, " + Simd.REGISTERS
                    + " registers, fused multiply-add " + (Simd.FMA ? "in one instruction" : "in two instructions"));
        }
        double scalar = (Double) facts.get("scalarPeakGflops");
        double vector = (Double) facts.get("vectorPeakGflops");
        out.println("Scalar peak:    " + Numbers.tenths(scalar) + " GFLOP/s");
        if (Simd.AVAILABLE) {
            boolean alive = Boolean.TRUE.equals(facts.get("intrinsicsAlive"));
            out.println("Vector peak:    " + Numbers.tenths(vector) + " GFLOP/s, " + Numbers.tenths(vector / scalar)
                    + " times as much: the intrinsics are " + (alive ? "alive" : "not alive"));
        }
        out.println();
        if (diagnosis.fixes().isEmpty()) {
            out.println(ansi.string("@|bold,green nothing to change|@"));
        }
        for (String fix : diagnosis.fixes()) {
            out.println(ansi.string("@|bold,red to change:|@ ") + fix);
        }
    }
}
