package footing.practice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.aws.AwsClients;
import footing.practice.Bench;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

class CallLinesTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("footing.practice.call");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord log) {
            lines.add(new SimpleFormatter().formatMessage(log));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setLevel(Level.FINE);
    }

    @AfterEach
    void forget() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    @Test
    void call_isOneLine_whateverComesOfIt() {
        IamClient iam = CallLines.over(Bench.fresh().clients).get(IamClient.class, Bench.HOME);

        iam.getAccountSummary();
        assertThatThrownBy(iam::getAccountPasswordPolicy).isInstanceOf(NoSuchEntityException.class);
        assertThatThrownBy(iam::listPolicies).isInstanceOf(UnknownOperationException.class);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("iam GetAccountSummary us-east-1 answered \\d+ ms");
        assertThat(lines.get(1)).matches("iam GetAccountPasswordPolicy us-east-1 404 NoSuchEntity \\d+ ms");
        assertThat(lines.get(2)).matches("iam ListPolicies us-east-1 UnknownOperationException \\d+ ms");
    }

    @Test
    void writes_areCounted_andToldInTheEnd() {
        try (AwsClients clients = CallLines.over(Bench.fresh().clients)) {
            IamClient iam = clients.get(IamClient.class, Bench.HOME);
            iam.updateAccountPasswordPolicy((policy) -> policy.minimumPasswordLength(14));
            iam.getAccountSummary();
            iam.deleteAccountPasswordPolicy();
        }

        assertThat(lines).last().isEqualTo("writes=2");
    }
}
