package io.jenkins.plugins.delivery.engine.scan;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Findings and how they count, worst and newest first. What is kept of each is a few bytes; a finding exists as an object
 * only while somebody looks at it.
 */
public final class AssessedFindings extends AbstractList<AssessedFinding> implements RandomAccess {
    private final List<Finding> present;
    private final List<Finding> fixed;
    private final Remarks remarks;
    private final byte[] classifications;
    private final int[] order;

    private AssessedFindings(List<Finding> present, List<Finding> fixed, Remarks remarks, FindingColumns columns) {
        this.present = present;
        this.fixed = fixed;
        this.remarks = remarks;
        classifications = columns.classifications();
        order = columns.worstFirst();
    }

    static AssessedFindings of(
            List<Finding> present, Baseline.Comparison comparison, DatedSuppressions suppressions, Vex.Use vex) {
        List<Finding> fixed = comparison.fixed();
        FindingColumnsBuilder columns = new FindingColumnsBuilder(present.size() + fixed.size());
        Remarks remarks = new Remarks(present.size());
        for (int i = 0; i < present.size(); i++) {
            Finding finding = present.get(i);
            Optional<String> reason = suppressions.reason(finding);
            Optional<VexStatement> statement = vex.statement(finding);
            boolean suppressed = reason.isPresent()
                    || statement.isPresent() && statement.get().status().suppresses();
            columns.add(finding, suppressed ? Standing.SUPPRESSED : comparison.standing(i));
            remarks.add(i, reason.or(() -> statement.map(VexStatement::words)).orElse(""));
        }
        fixed.forEach(finding -> columns.add(finding, Standing.FIXED));
        return new AssessedFindings(present, fixed, remarks, columns.build());
    }

    @Override
    public AssessedFinding get(int index) {
        int number = order[index];
        boolean there = number < present.size();
        return new AssessedFinding(
                there ? present.get(number) : fixed.get(number - present.size()),
                Classification.standing(classifications[number]),
                there ? remarks.get(number) : "");
    }

    @Override
    public int size() {
        return order.length;
    }

    /** Where those stand that are classified so. */
    IntStream where(IntPredicate classification) {
        return IntStream.range(0, order.length).filter(at -> classification.test(classification(at)));
    }

    int classification(int index) {
        return classifications[order[index]];
    }

    /** Many findings have the same one, and most have none. */
    private static final class Remarks {
        private final int[] numbers;
        private final Map<String, Integer> known = new HashMap<>(Map.of("", 0));
        private final List<String> texts = new ArrayList<>(List.of(""));

        Remarks(int findings) {
            numbers = new int[findings];
        }

        void add(int finding, String remark) {
            Integer number = known.get(remark);
            if (number == null) {
                number = texts.size();
                known.put(remark, number);
                texts.add(remark);
            }
            numbers[finding] = number;
        }

        String get(int finding) {
            return texts.get(numbers[finding]);
        }
    }
}
