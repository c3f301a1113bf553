package io.jenkins.plugins.delivery.steps.approval;

import hudson.AbortException;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.Permission;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import io.jenkins.plugins.delivery.jenkinsapi.LocalSecurityRealm;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import io.jenkins.plugins.delivery.steps.StandingClock;
import io.jenkins.plugins.delivery.steps.TestJob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import jenkins.model.Jenkins;

/** A controller with a few people, a build, and a gate in it, that can be killed and started again. */
public final class GateFixture implements AutoCloseable {
    private static final Permission[] APPROVER = {
        Jenkins.READ, Item.READ, DeliveryPermissions.VIEW, DeliveryPermissions.APPROVE
    };

    public final StandingClock clock = new StandingClock();
    private final Path home;
    private LocalJenkins jenkins;
    private TestJob.Build build;
    GateContext context;
    ApprovalGateExecution gate;

    public GateFixture(Path home) throws Exception {
        this.home = home;
        start();
        build = TestJob.create("shop").newBuild();
    }

    private void start() throws Exception {
        jenkins = LocalJenkins.start(home);
        Map<String, List<String>> people = new TreeMap<>(Map.of(
                "alice", List.of("ops"),
                "bob", List.of("security"),
                "carol", List.of("ops", "security"),
                "dave", List.of("dev"),
                "erin", List.of(),
                "mallory", List.of(),
                "root", List.of()));
        for (int i = 0; i < 50; i++) {
            people.put("user" + i, List.of());
        }
        Jenkins.get().setSecurityRealm(new LocalSecurityRealm(people));
        LocalPermissions permissions = new LocalPermissions();
        for (String person : List.of("alice", "bob", "carol", "dave")) {
            permissions.grant(person, APPROVER);
        }
        for (int i = 0; i < 50; i++) {
            permissions.grant("user" + i, APPROVER);
        }
        permissions.grant("erin", Jenkins.READ, Item.READ);
        permissions.grant("root", Jenkins.ADMINISTER);
        Jenkins.get().setAuthorizationStrategy(permissions);
        ExtensionList.lookup(DeliveryClock.class).add(clock);
    }

    public TestJob.Build build() {
        return build;
    }

    public ApprovalAction start(ApprovalGateStep step) throws AbortException {
        context = new GateContext(build);
        gate = (ApprovalGateExecution) step.start(context);
        gate.start();
        return action();
    }

    public ApprovalAction action() {
        List<ApprovalAction> actions = build.getActions(ApprovalAction.class);
        return actions.isEmpty() ? null : actions.get(actions.size() - 1);
    }

    public static byte[] save(ApprovalGateExecution execution) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(execution);
        }
        return bytes.toByteArray();
    }

    /** Kills the controller, starts it again, and resumes the program as it was saved. */
    public void restart(byte[] program) throws Exception {
        jenkins.close();
        clock.forget();
        start();
        TestJob job = new TestJob("shop");
        Jenkins.get().putItem(job);
        job.onLoad(Jenkins.get(), "shop");
        build = job.getBuildByNumber(1);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(program))) {
            gate = (ApprovalGateExecution) in.readObject();
        }
        context = (GateContext) gate.getContext();
        gate.onResume();
    }

    public static User user(String id) {
        return User.getById(id, true);
    }

    public static <T> T as(String id, Callable<T> task) throws Exception {
        try (ACLContext ignored = ACL.as(user(id))) {
            return task.call();
        }
    }

    @Override
    public void close() {
        jenkins.close();
    }
}
