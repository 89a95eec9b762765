import { Form, Input } from 'antd';
import { useWords } from '../words/words.ts';

/** The shortest password that is taken, in characters. */
const SHORTEST = 10;

/** A new password, twice, so that a slip is noticed here. */
export function NewPassword() {
  const { w } = useWords();
  return (
    <>
      <Form.Item
        name="password"
        label={w('newPassword')}
        extra={w('passwordRule', { shortest: SHORTEST })}
        rules={[{ required: true, min: SHORTEST, message: w('passwordTooShort', { shortest: SHORTEST }) }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={w('passwordAgain')}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(w('passwordDiffers'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
