package footing.baseline.item;

import footing.baseline.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The controls that an item answers, framework by framework, each with the version in which it has that id. */
final class Controls {

    private static final String CIS = "CIS AWS Foundations Benchmark";
    private static final List<String> CIS_VERSIONS = List.of("3.0.0", "4.0.1", "5.0.0", "6.0.0", "7.0.0");

    private final List<Control> controls = new ArrayList<>();

    private Controls() {
    }

    static Controls none() {
        return new Controls();
    }

    /** The ids in the five versions of the CIS benchmark that are in use, the oldest first, several by comma. */
    static Controls cis(String v3, String v4, String v5, String v6, String v7) {
        Controls made = new Controls();
        List<String> ids = List.of(v3, v4, v5, v6, v7);
        for (int version = 0; version < ids.size(); version++) {
            made.add(CIS, CIS_VERSIONS.get(version), ids.get(version));
        }
        return made;
    }

    /** Security Hub's consolidated ids, which are the same in every standard and have no version. */
    Controls securityHub(String ids) {
        return add("AWS Security Hub", "", ids);
    }

    Controls nist(String ids) {
        return add("NIST SP 800-53", "Rev. 5", ids);
    }

    Controls soc2(String ids) {
        return add("SOC 2 Trust Services Criteria", "2017", ids);
    }

    Controls iso(String ids) {
        return add("ISO/IEC 27001", "2022", ids);
    }

    List<Control> list() {
        return List.copyOf(controls);
    }

    /** {@code prefix1, prefix2 …} up to the last, by comma. */
    static String numbered(String prefix, int last) {
        return String.join(", ", IntStream.rangeClosed(1, last).mapToObj((n) -> prefix + n).toList());
    }

    private Controls add(String framework, String version, String ids) {
        for (String id : ids.split(", ", -1)) {
            controls.add(new Control(framework, version, id));
        }
        return this;
    }
}
