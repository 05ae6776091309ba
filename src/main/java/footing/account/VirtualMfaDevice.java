package footing.account;

/** A virtual MFA device that is assigned. Source: {@code iam:ListVirtualMFADevices(AssignmentStatus=Assigned)}. */
public record VirtualMfaDevice(String serialNumber, String userArn) {
}
