package org.versionedobjects.benchmarks.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Contenders that do the same work by turns, in slices, in one thread; each round is compared with the limit's slice of that
 * round. A race is set up and run once.
 */
public final class Race {
    /** What a contender takes, in relation to what it took before, if it is worth while to go on warming up. */
    private static final double FASTER = 0.92;

    private final String id;
    private final String work;
    private final List<Contender> contenders;
    private final Set<String> peers = new LinkedHashSet<>();
    private final List<Bound> bounds = new ArrayList<>();
    private int objectsPerCall = 1;
    private String ours = "";

    private Race(String id, String work, List<Contender> contenders) {
        this.id = id;
        this.work = work;
        this.contenders = contenders;
    }

    /**
     * Sets up a race.
     *
     * @param id a short name: J1
     * @param work the work in words
     * @param limit what all are compared with
     * @throws IllegalArgumentException if two contenders have one name
     */
    public static Race of(String id, String work, Contender limit, Contender... others) {
        List<Contender> contenders = new ArrayList<>(List.of(limit));
        contenders.addAll(Arrays.asList(others));
        if (contenders.stream().map(Contender::name).distinct().count() != contenders.size()) {
            throw new IllegalArgumentException("Two contenders of " + id + " have one name");
        }
        return new Race(id, work, List.copyOf(contenders));
    }

    /** Says how many objects a call deals with: 1,000 for a list of them. */
    public Race objectsPerCall(int count) {
        objectsPerCall = count;
        return this;
    }

    /** Says which contender is the library. */
    public Race ours(String name) {
        ours = known(name);
        return this;
    }

    /** Says that ours has to take at most so many times what the limit takes; noise may exceed that by 15 %. */
    public Race bound(Measure measure, double atMost) {
        return bound(measure, atMost, contenders.get(0).name());
    }

    /** Says that ours has to take at most so many times what another contender takes; noise may exceed that by 15 %. */
    public Race bound(Measure measure, double atMost, String against) {
        bounds.add(new Bound(measure, known(against), atMost, Bound.GUARD));
        return this;
    }

    /**
     * Says which contenders a user would pick instead: ours has to be ahead of each, in what the bounds measure, which is
     * CPU time if there are none.
     */
    public Race peer(String... names) {
        for (String name : names) {
            peers.add(known(name));
        }
        return this;
    }

    private String known(String name) {
        if (contenders.stream().noneMatch(contender -> contender.name().equals(name))) {
            throw new IllegalArgumentException(id + " has no contender " + name);
        }
        return name;
    }

    /** Returns the short name. */
    public String id() {
        return id;
    }

    /**
     * Warms all contenders up, by turns, until none becomes much faster any more, within bounds, and lets them race.
     *
     * @throws Exception what a contender throws, or {@link IllegalStateException} if there are bounds or peers and nobody is
     *     {@link #ours}
     */
    public RaceResult run(RaceSettings settings) throws Exception {
        if (ours.isEmpty() && !(bounds.isEmpty() && peers.isEmpty())) {
            throw new IllegalStateException(
                    id + " has bounds or peers but nobody they hold for; say which one is ours()");
        }
        System.gc();
        List<Runner> runners = contenders.stream().map(Runner::new).toList();
        long warmCalls = Math.max(settings.warmCalls(), settings.warmObjects() / objectsPerCall);
        warmUp(runners, (warmCalls + 1) / 2, settings);
        List<Slices> slices = Stream.generate(() -> new Slices(settings.rounds()))
                .limit(runners.size())
                .toList();
        for (int round = 0; round < settings.rounds(); round++) {
            for (int i = 0; i < runners.size(); i++) {
                int turn = (i + round) % runners.size();
                runners.get(turn).slice(slices.get(turn), round, settings.slice());
            }
        }
        return new RaceResult(
                id, work, objectsPerCall, settings.rounds(), settings.isQuick(), rows(runners, slices), checks(slices));
    }

    /** Two times by turns at least, and again while somebody becomes faster: compilers take their time. */
    private static void warmUp(List<Runner> runners, long calls, RaceSettings settings) throws Exception {
        double[] best = new double[runners.size()];
        Arrays.fill(best, Double.MAX_VALUE);
        boolean isFaster = true;
        for (int pass = 0; pass < 2 || (isFaster && pass < settings.mostWarmUps()); pass++) {
            isFaster = false;
            for (int i = 0; i < runners.size(); i++) {
                double nanos = runners.get(i).warmUp(calls, settings.warmTime().dividedBy(2));
                isFaster |= nanos < best[i] * FASTER;
                best[i] = Math.min(best[i], nanos);
            }
        }
    }

    private List<Row> rows(List<Runner> runners, List<Slices> all) {
        List<Row> rows = new ArrayList<>();
        Slices limit = all.get(0);
        for (int i = 0; i < all.size(); i++) {
            Slices slices = all.get(i);
            rows.add(new Row(
                    contenders.get(i).name(),
                    role(i),
                    Ratios.of(slices.cpuNanos, limit.cpuNanos),
                    Ratios.of(slices.wallNanos, limit.wallNanos),
                    Slices.median(slices.cpuNanos),
                    Slices.median(slices.wallNanos),
                    Slices.median(slices.bytes),
                    runners.get(i).warmCalls(),
                    slices.calls));
        }
        return rows;
    }

    private Row.Role role(int index) {
        String name = contenders.get(index).name();
        if (index == 0) {
            return Row.Role.LIMIT;
        }
        return name.equals(ours) ? Row.Role.OURS : peers.contains(name) ? Row.Role.PEER : Row.Role.OTHER;
    }

    private List<Check> checks(List<Slices> slices) {
        List<Check> checks = new ArrayList<>();
        for (Bound bound : bounds) {
            checks.add(check(
                    slices, bound, bound.measure().text() + " at most " + bound.atMost() + " × " + bound.against()));
        }
        List<Measure> measures = bounds.isEmpty()
                ? List.of(Measure.CPU)
                : bounds.stream().map(Bound::measure).distinct().toList();
        for (String peer : peers) {
            for (Measure measure : measures) {
                Bound ahead = new Bound(measure, peer, 1, 0);
                checks.add(check(slices, ahead, "ahead of " + peer + " in " + measure.text()));
            }
        }
        return checks;
    }

    private Check check(List<Slices> slices, Bound bound, String claim) {
        double[] own = slices.get(index(ours)).of(bound.measure());
        double[] other = slices.get(index(bound.against())).of(bound.measure());
        double measured = Ratios.of(own, other).median();
        return new Check(claim, measured, bound.atMost(), bound.guard());
    }

    private int index(String name) {
        return contenders.stream().map(Contender::name).toList().indexOf(name);
    }
}
